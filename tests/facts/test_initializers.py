"""The table of initializers equals how those of the installed libraries draw."""

from __future__ import annotations

import pytest

from layerlint.facts.initializers import (
    DRAWING_INITIALIZERS,
    copies_initializer,
    draws,
    named_draws,
)
from layerlint.facts.namespaces import COPY

PROBE = """
import inspect, json
import numpy
from tensorflow import keras

space = keras.initializers


def repeats_or_draws(make):
    try:
        first, second = make(), make()
        one, again, other = (numpy.asarray(i((3, 3))) for i in (first, first, second))
    except Exception:
        return None  # needs arguments, or another shape
    assert numpy.array_equal(one, again), "an instance draws the same numbers again"
    return not numpy.array_equal(one, other)


classes = {
    name: repeats_or_draws(getattr(space, name))
    for name in dir(space)
    if inspect.isclass(getattr(space, name))
}
named = {name: repeats_or_draws(lambda: space.get(name)) for name in dir(space)}
for name in ("normal", "uniform", "one", "zero"):
    named[name] = repeats_or_draws(lambda: space.get(name))


def equal_kernels(kind, *arguments, **keywords):
    layer = getattr(keras.layers, kind)(
        *arguments, kernel_initializer=space.GlorotUniform(), **keywords
    )
    x = numpy.ones((1, 2, 3), "float32")
    layer(x, x)
    first, second = layer.get_weights()[0], layer.get_weights()[2]
    return bool(numpy.array_equal(first, second))


copied = {"MultiHeadAttention": not equal_kernels("MultiHeadAttention", 2, 3)}
if hasattr(keras.layers, "GroupQueryAttention"):
    copied["GroupQueryAttention"] = not equal_kernels("GroupQueryAttention", 3, 2, 2)
instance = space.GlorotUniform()
pair = [keras.layers.Dense(3, kernel_initializer=instance) for _ in range(2)]
for layer in pair:
    layer.build((None, 3))
copied["Dense"] = not numpy.array_equal(*(layer.get_weights()[0] for layer in pair))
print(json.dumps([classes, named, copied]))
"""


@pytest.mark.parametrize("generation", [2, 3])
def test_an_initializer_draws_where_the_table_says(ask, generation):
    classes, named, copied = ask(generation, PROBE)
    assert {name for name, random in classes.items() if random} == {
        name for name in classes if draws(f"initializers.{name}")
    }
    assert {name for name, random in named.items() if random} == {
        name for name in named if named_draws(name)
    }
    assert copied == {name: copies_initializer(f"layers.{name}") for name in copied}


def test_the_copy_of_keras_2_in_tensorflow_draws_anew(ask) -> None:
    script = f"""
import json, numpy
from {COPY} import initializers
one = initializers.GlorotUniform()
print(json.dumps(bool(numpy.array_equal(one((3, 3)), one((3, 3))))))
"""
    assert ask(2, script) is False


@pytest.mark.parametrize("name", sorted(DRAWING_INITIALIZERS))
def test_the_initializer_of_a_draw_takes_its_parameters_with_the_same_defaults(ask, name) -> None:
    numbers, label = DRAWING_INITIALIZERS[name]
    script = f"""
import inspect, json
import tensorflow as tf, keras
def defaults(function):
    return {{n: p.default for n, p in inspect.signature(function).parameters.items()}}
drawn = defaults(tf.random.{name})
made = defaults(keras.initializers.{label})
print(json.dumps([[n, drawn[n], n in made] for n in {[number for number, _ in numbers]}]))
"""
    for (_, default), (_, drawn, taken) in zip(numbers, ask(3, script), strict=True):
        assert taken
        assert drawn in (float(default), None)
