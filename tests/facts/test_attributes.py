"""The table of attributes that cannot be set equals what the installed libraries refuse."""

from __future__ import annotations

import pytest

from layerlint.facts.attributes import (
    BASE_ATTRIBUTES,
    DROPOUT_CELL,
    DROPOUT_MASKS,
    unsettable,
    unsettable_of,
)

PROBE = """
import json
from tensorflow import keras

refused = {}
for kind, base in (("layer", keras.layers.Layer), ("model", keras.Model)):
    names = [name for name in dir(base) if not name.startswith("_")]
    names = [name for name in names if isinstance(getattr(base, name), property)]
    refused[kind] = []
    # Keras 3's `Model.layers` has a setter, which raises.
    for name in names:
        instance = base()
        try:
            setattr(instance, name, ["something"])
        except AttributeError:
            refused[kind].append(name)
        except Exception:
            pass  # the setter is there and does not like the value
print(json.dumps(refused))
"""


@pytest.mark.parametrize("generation", [2, 3])
def test_the_attributes_that_raise_when_they_are_assigned(ask, generation):
    refused = ask(generation, PROBE)
    for kind in ("layer", "model"):
        assert set(refused[kind]) == unsettable(generation, kind), kind


BUILT_IN = """
import inspect, json
from tensorflow import keras

found = {}
inputs = keras.Input((1,))
functional = type(keras.Model(inputs, keras.layers.Dense(1)(inputs)))
models = {"Sequential": keras.Sequential, "Functional": functional}
for name, made in [*vars(keras.layers).items(), *models.items()]:
    if not isinstance(made, type) or not issubclass(made, keras.layers.Layer):
        continue
    properties = {
        key: inspect.getattr_static(made, key) for key in dir(made) if not key.startswith("_")
    }
    found[name] = [
        key
        for key, value in properties.items()
        if isinstance(value, property) and value.fset is None
    ]
print(json.dumps(found))
"""


@pytest.mark.parametrize("generation", [2, 3])
def test_the_properties_that_built_in_layers_add(ask, generation):
    found = ask(generation, BUILT_IN)
    assert len(found) > 100
    for name, properties in found.items():
        kind = "model" if name in ("Functional", "Sequential") else "layer"
        known = unsettable(generation, kind)
        assert set(properties) - known == unsettable_of(generation, name) - known, name


def test_a_recurrent_layer_drops_the_masks_of_its_cell():
    import keras
    from keras.src.layers.rnn import dropout_rnn_cell

    mixin = getattr(dropout_rnn_cell, DROPOUT_CELL)
    assert issubclass(keras.layers.GRUCell, mixin)
    cell = keras.layers.GRUCell(2, dropout=0.5, recurrent_dropout=0.5)
    assert all(callable(getattr(mixin, reset)) for reset in DROPOUT_MASKS.values())
    cell(keras.ops.ones((1, 2)), [keras.ops.ones((1, 2))], training=True)
    assert all(getattr(cell, name) is not None for name in DROPOUT_MASKS)
    keras.layers.RNN(cell)(keras.ops.ones((1, 3, 2)), training=True)
    assert all(getattr(cell, name) is None for name in DROPOUT_MASKS)


def test_instances_of_the_plain_bases_have_these_attributes_and_no_others(ask) -> None:
    script = """
import json
from tensorflow import keras

class Model(keras.Model):
    pass

class Loss(keras.losses.Loss):
    def call(self, y_true, y_pred):
        return 0.0

class Metric(keras.metrics.Metric):
    def update_state(self):
        pass

    def result(self):
        return 0.0

names = set()
for made in (keras.layers.Layer(), Model(), Loss(), Metric()):
    names.update(vars(made))
    for base in type(made).__mro__:
        names.update(name for name, held in vars(base).items() if isinstance(held, property))
print(json.dumps(sorted(name for name in names if not name.startswith("_"))))
"""
    assert {*ask(2, script), *ask(3, script)} == BASE_ATTRIBUTES
