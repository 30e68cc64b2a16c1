"""The tables of what built-in layers own and do equal what the installed libraries show."""

from __future__ import annotations

import pytest

from layerlint.facts.layers import (
    FUNCTIONAL,
    INNER_BASES,
    MOVING_STATISTICS,
    SEQUENTIAL,
    held_parameters,
    only_computes,
    owns_weights,
)

PROBE = """
import inspect, json
import numpy
import tensorflow as tf
from tensorflow import keras

ARGUMENTS = dict(
    units=3, filters=2, kernel_size=2, rate=0.5, factor=0.5, stddev=0.1, function=lambda x: x,
    dims=(1,), target_shape=(-1,), n=2, size=2, padding=1, cropping=0, scale=2.0, output_dim=2,
    input_dim=3, activation="relu", num_heads=2, key_dim=2, height=2, width=2, axes=1,
    equation="ab,bc->ac", output_shape=3, head_dim=2, num_query_heads=2, num_key_value_heads=1,
    pool_size=2, strides=1,
)
SHAPES = [(2, 4), (2, 4, 3), (2, 8, 8, 3), (2, 6, 6, 6, 3), (2, 3, 8, 3), (2, 3, 8, 8, 3)]
SHAPES += [(2, 3, 4, 4, 4, 3)]
SHAPES += [(2, 32)]


def construct(kind):
    parameters = inspect.signature(kind.__init__).parameters.values()
    needed = [p.name for p in parameters if p.default is p.empty and p.name in ARGUMENTS]
    return kind(**{name: ARGUMENTS[name] for name in needed})


def run(kind):
    '''Whether the layer has weights, and whether a second call changed weights or added a loss.'''
    for shape in SHAPES:
        x = tf.constant(numpy.random.RandomState(0).rand(*shape).astype("float32"))
        x = tf.minimum(x, 0.99)
        for inputs in ((x,), ([x, x],), (x, x), (x, [x[:, :3]]), (x, [x[:, :3], x[:, :3]])):
            try:
                layer = construct(kind)
                layer(*inputs)
                before = layer.get_weights()
                layer(*inputs, **({"training": True} if takes_training(kind) else {}))
            except Exception:
                continue
            same = all(map(numpy.array_equal, before, layer.get_weights()))
            return [len(layer.weights) > 0, not same or bool(layer.losses)]
    return None


def takes_training(kind):
    return "training" in inspect.signature(kind.call).parameters


seen = {}
for name in sorted(dir(keras.layers)):
    kind = getattr(keras.layers, name)
    if inspect.isclass(kind) and issubclass(kind, keras.layers.Layer):
        parameters = list(inspect.signature(kind.__init__).parameters)
        seen[name] = {"ran": run(kind), "parameters": parameters}
print(json.dumps(seen))
"""
# Their weights are statistics or vocabularies, made when they are adapted.
ADAPTED = {"Discretization", "IntegerLookup", "Normalization", "StringLookup", "TextVectorization"}


@pytest.fixture(scope="module", params=[2, 3])
def seen(request, ask):
    return ask(request.param, PROBE)


def test_a_layer_owns_weights_where_the_table_says(seen):
    ran = {name: found["ran"] for name, found in seen.items() if found["ran"] is not None}
    owning = {name for name, (weights, _) in ran.items() if weights} - ADAPTED
    assert owning == {name for name in ran if owns_weights(name)} - ADAPTED
    assert len(owning) > 35


def test_a_layer_that_only_computes_changes_nothing(seen):
    computing = {name for name in seen if only_computes(f"layers.{name}")}
    changed = {name for name in computing if seen[name]["ran"] and seen[name]["ran"][1]}
    assert changed == set()
    assert {name for name in computing if seen[name]["ran"] is None} == set()


def test_every_layer_that_holds_others_takes_them_by_these_parameters(seen):
    for name, found in seen.items():
        for parameter in held_parameters(name):
            assert parameter in found["parameters"], name
    taking = {
        name
        for name, found in seen.items()
        if {"layer", "layers", "cell", "cells"} & set(found["parameters"])
    }
    assert taking - {"Wrapper"} == {name for name in seen if held_parameters(name)}


INNER = """
import json
from tensorflow import keras

public = {
    kind
    for kind in vars(keras.layers).values()
    if isinstance(kind, type) and issubclass(kind, keras.layers.Layer)
}
bases = {base.__name__ for kind in public for base in kind.__mro__}
inner = bases - {kind.__name__ for kind in public}
above = {base.__name__ for base in keras.layers.Layer.__mro__}
print(json.dumps(sorted(inner - above)))
"""


def test_keras_derives_public_layers_from_these_and_keeps_them_for_itself(ask):
    assert set(ask(2, INNER)) | set(ask(3, INNER)) >= INNER_BASES


def test_models_go_by_two_names(ask):
    script = """
import json
from operator import attrgetter
from tensorflow import keras
print(json.dumps([attrgetter(name)(keras).__name__ for name in NAMES]))
"""
    for names, kind in ((SEQUENTIAL, "Sequential"), (FUNCTIONAL, "Model")):
        for generation in (2, 3):
            assert set(ask(generation, script.replace("NAMES", repr(sorted(names))))) == {kind}


@pytest.mark.parametrize("generation", [2, 3])
def test_momentum_is_the_share_of_the_moving_averages_that_stays(ask, generation: int) -> None:
    script = """
import inspect, json, warnings
import tensorflow as tf
from tensorflow import keras
warnings.simplefilter("ignore")
kept = {}
for home in (keras.layers, vars(keras.layers).get("experimental")):
    for name in dir(home) if home is not None else ():
        made = getattr(home, name)
        if inspect.isclass(made) and "momentum" in inspect.signature(made).parameters:
            layer = made(momentum=0.25)
            layer(tf.ones((4, 2)), training=True)
            kept[f"layers.{name}"] = float(layer.moving_mean[0])
print(json.dumps(kept))
"""
    seen = ask(generation, script)
    assert seen
    assert seen.keys() <= MOVING_STATISTICS
    assert all(abs(mean - 0.75) < 1e-6 for mean in seen.values())
    if generation == 2:
        assert seen.keys() >= MOVING_STATISTICS
