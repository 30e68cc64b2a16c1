"""What is said to be gone from `Layer` and `Model` is found in Keras 2 and not in Keras 3."""

from __future__ import annotations

import pytest

from layerlint.facts.removed import (
    ADD_LOSS_ARGUMENTS,
    ADD_WEIGHT_ARGUMENTS,
    AGGREGATIONS,
    CONSTRUCTOR_ARGUMENTS,
    DEFAULTS,
    LAYER,
    MODEL,
    MODEL_METHODS,
    OLD_OPTIMIZER_METHODS,
    OPTIMIZER,
    PRIVATE,
    REFUSED,
    VARIABLE,
)
from layerlint.model.constructor import BASE_ARGUMENTS, ROOTS

# Gone from every Keras 2 that can be installed today, too.
GONE_LONG_AGO = {"get_losses_for", "get_updates_for"}

ATTRIBUTES = """
import json
import numpy as np
from tensorflow import keras

class Own(keras.Model):
    def call(self, inputs):
        return inputs

layer, model = keras.layers.Layer(), Own()
model.compile("sgd", "mse")
model.fit(np.ones((2, 1)), np.ones((2, 1)), verbose=0)
# A functional model has more than one that only has a `call`.
inputs = keras.Input((2,))
functional = keras.Model(inputs, keras.layers.Dense(1)(inputs))
public = [sorted(n for n in dir(o) if n[0] != "_") for o in (layer, model, functional)]
print(json.dumps(public))
"""

HIDDEN = """
import json
import numpy as np
from tensorflow import keras

inputs = keras.Input((4, 2))
dense, rnn = keras.layers.Dense(3), keras.layers.LSTM(3)
norm, cell = keras.layers.BatchNormalization(), keras.layers.LSTMCell(3)
both = keras.layers.Bidirectional(keras.layers.LSTM(3))
model = keras.Model(inputs, both(norm(dense(inputs))))
rnn(inputs)
print(json.dumps([
    sorted(name for name in dir(layer) if name[0] == "_")
    for layer in (dense, rnn, norm, cell, both, model, keras.Sequential([keras.layers.Dense(1)]))
]))
"""

ARGUMENTS = """
import json
import tensorflow as tf
from tensorflow import keras

def outcome(function, **arguments):
    try:
        function(**arguments)
    except Exception as error:
        return type(error).__name__
    return "taken"

def value(name):
    return {"batch_input_shape": (None, 2), "dynamic": False}.get(name)

def add_loss(**arguments):
    class Lossy(keras.layers.Layer):
        def call(self, inputs):
            self.add_loss(tf.reduce_mean(inputs), **arguments)
            return inputs

    Lossy()(tf.ones((1, 1)))

def add_weight(**arguments):
    keras.layers.Layer().add_weight(name="w", shape=(), **arguments)

seen = {
    "constructor": {
        name: outcome(keras.layers.Layer, **{name: value(name)}) for name in CONSTRUCTOR
    },
    "model": {name: outcome(keras.Model, **{name: value(name)}) for name in CONSTRUCTOR},
    "add_weight": {name: outcome(add_weight, **{name: None}) for name in WEIGHT},
    "add_loss": {name: outcome(add_loss, **{name: None}) for name in LOSS},
    "aggregation": {
        name: outcome(add_weight, aggregation=getattr(tf.VariableAggregation, name))
        for name in AGGREGATIONS
    },
    "names": {name: outcome(add_weight, aggregation=name) for name in NAMES},
    "metric": outcome(keras.layers.Layer().add_metric, value=tf.constant(1.0), name="m"),
}
print(json.dumps(seen))
"""

RECORDED = """
import json
from tensorflow import keras
plain = []
for name in dir(keras.layers):
    kind = getattr(keras.layers, name)
    if isinstance(kind, type) and issubclass(kind, keras.layers.Layer):
        owner = next(base for base in kind.__mro__ if "get_config" in vars(base))
        if owner.__name__ in ("Layer", "Operation"):
            plain.append(f"layers.{name}")
print(json.dumps(plain))
"""


WEIGHT = """
import json
from tensorflow import keras
weight = keras.layers.Layer().add_weight(name="w", shape=(2,))
print(json.dumps([name for name in dir(weight) if hasattr(type(weight), name)]))
"""


@pytest.fixture(scope="module")
def public(ask):
    return {
        generation: [set(names) for names in ask(generation, ATTRIBUTES)] for generation in (2, 3)
    }


def test_layers_lost_these_attributes_and_no_others(public):
    lost = public[2][0] - public[3][0]
    assert lost == LAYER.keys() - GONE_LONG_AGO


def test_what_layers_of_keras_2_keep_to_themselves_no_layer_of_keras_3_has(ask):
    assert set.intersection(*(set(names) for names in ask(2, HIDDEN))) >= PRIVATE
    assert PRIVATE.isdisjoint(name for names in ask(3, HIDDEN) for name in names)


def test_models_lost_these_methods(public):
    model, functional = public[3][1], public[3][2]
    assert MODEL.keys().isdisjoint(model | functional)
    assert MODEL.keys() - GONE_LONG_AGO <= public[2][1]
    assert MODEL.keys() >= MODEL_METHODS


def test_what_is_refused_is_still_there_to_be_called(public):
    assert REFUSED.keys() <= public[3][0]
    assert REFUSED.keys().isdisjoint(LAYER)


def arguments(ask, generation):
    script = ARGUMENTS
    for word, names in (
        ("CONSTRUCTOR", CONSTRUCTOR_ARGUMENTS),
        ("WEIGHT", ADD_WEIGHT_ARGUMENTS),
        ("LOSS", ADD_LOSS_ARGUMENTS),
        ("AGGREGATIONS", AGGREGATIONS),
        ("NAMES", AGGREGATIONS.values()),
    ):
        script = script.replace(f"in {word}", f"in {sorted(names)}")
    return ask(generation, script)


def test_keras_3_refuses_the_arguments_with_the_error_that_is_said(ask):
    seen = arguments(ask, 3)
    assert set(seen["constructor"].values()) == {"ValueError"}
    assert set(seen["model"].values()) == {"ValueError"}
    assert set(seen["add_weight"].values()) == {"TypeError"}
    assert set(seen["add_loss"].values()) == {"TypeError"}
    assert set(seen["aggregation"].values()) == {"ValueError"}
    assert set(seen["names"].values()) == {"taken"}
    assert seen["metric"] == REFUSED["add_metric"][0]


def test_keras_2_takes_the_arguments(ask):
    seen = arguments(ask, 2)
    assert set(seen["constructor"].values()) == {"taken"}
    assert {name for name, outcome in seen["add_weight"].items() if outcome != "taken"} <= {
        "getter"
    }
    assert seen["add_loss"]["inputs"] == "taken"
    assert set(seen["aggregation"].values()) == {"taken"}
    assert set(seen["names"].values()) == {"ValueError"}


def test_a_weight_is_the_same_with_the_values_that_repeat_a_default_as_without_them(ask):
    script = """
import json
from tensorflow import keras

def made(**arguments):
    weight = keras.layers.Layer().add_weight(shape=(), name="w", initializer="ones", **arguments)
    return f"{type(weight).__name__} {weight.numpy()} {weight.trainable} {weight.dtype.name}"

same = made()
print(json.dumps({
    name: all(made(**{name: value}) == same for value in values) for name, values in VALUES.items()
}))
"""
    of_weights = {name: values for name, values in DEFAULTS.items() if name != "dynamic"}
    assert all(ask(2, script.replace("VALUES", repr(of_weights))).values())


def test_the_base_takes_no_other_arguments(ask):
    script = """
import inspect, json
from tensorflow import keras
print(json.dumps([
    name for name, parameter in inspect.signature(keras.layers.Layer.__init__).parameters.items()
    if parameter.kind is not parameter.VAR_KEYWORD and name != "self"
]))
"""
    for generation in (2, 3):
        assert set(ask(generation, script)) <= BASE_ARGUMENTS
    assert CONSTRUCTOR_ARGUMENTS <= BASE_ARGUMENTS


def test_these_built_in_layers_have_no_config_of_their_own(ask):
    for generation in (2, 3):
        assert set(ask(generation, RECORDED)) - {"layers.Layer"} <= ROOTS


def test_weights_lost_these_methods(ask):
    assert VARIABLE.keys() <= set(ask(2, WEIGHT))
    assert VARIABLE.keys().isdisjoint(ask(3, WEIGHT))


OPTIMIZERS = """
import json
from tensorflow import keras
plain = keras.optimizers.SGD()
scaling = keras.mixed_precision.LossScaleOptimizer(keras.optimizers.SGD())
print(json.dumps(sorted({name for one in (plain, scaling) for name in dir(one)})))
"""


def test_what_optimizers_lost_is_there_in_keras_2_only(ask):
    assert set(OPTIMIZER) <= set(ask(2, OPTIMIZERS))
    assert not set(OPTIMIZER) & set(ask(3, OPTIMIZERS))


LEGACY = """
import json
from tensorflow import keras
print(json.dumps(dir(keras.optimizers.legacy.Optimizer)))
"""


def test_the_methods_of_an_old_optimizer_are_there_in_the_legacy_class_only(ask):
    assert set(OLD_OPTIMIZER_METHODS) <= set(ask(2, LEGACY))
    assert not set(OLD_OPTIMIZER_METHODS) & set(ask(3, OPTIMIZERS))
