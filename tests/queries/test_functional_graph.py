"""`layerlint.queries.functional_graph` and `functional_scope`: what is symbolic in a file."""

from __future__ import annotations

import pytest

from layerlint.queries.functional_graph import FunctionalGraph
from layerlint.queries.functional_scope import either
from layerlint.syntax import cst

HEAD = """\
import keras
import tensorflow as tf
from keras import Input, layers

"""


def applied(module, code: str) -> set[tuple[str, str]]:
    checked = module(f"{HEAD}{code}\n")
    graph = FunctionalGraph(checked)
    return {(checked.source(call), checked.source(value)) for call, value in graph.applied()}


@pytest.mark.parametrize(
    "code",
    [
        "x = keras.Input((3,))\ny = tf.exp(x)",
        "x = Input(shape=(3,))\ny = tf.exp(x)",
        "x = layers.Dense(3)(keras.Input((3,)))\ny = tf.exp(x)",
        "a = layers.Dense(3)\nx = a(keras.Input((3,)))\ny = tf.exp(x)",
        "def build():\n    x = keras.Input((3,))\n    return tf.exp(x)",
        "def block(x):\n    return tf.exp(x)\n\ny = block(keras.Input((3,)))",
        "def make():\n    return keras.Input((3,))\n\nx = make()\ny = tf.exp(x)",
        "x = keras.Input((3,))\nif a:\n    x = layers.Dense(3)(x)\ny = tf.exp(x)",
        "x = keras.Input((3,))\nfor n in sizes:\n    x = layers.Dense(n)(x)\ny = tf.exp(x)",
        "x, z = keras.Input((3,)), 1\ny = tf.exp(x)",
        "a, b = keras.Input((3,)), keras.Input((3,))\ny = [tf.exp(x) for x in (a, b)]",
        "x: object = keras.Input((3,))\ny = tf.exp(x)",
        "with strategy.scope():\n    x = keras.Input((3,))\n    y = tf.exp(x)",
        "x = keras.Input((3,))\ny = [z for x in data]\ny = tf.exp(x)",
    ],
)
def test_an_input_and_what_layers_make_of_it_is_symbolic(module, code: str) -> None:
    assert ("tf.exp(x)", "x") in applied(module, code)


@pytest.mark.parametrize(
    "code",
    [
        "y = tf.exp(x)",
        "x = tf.ones((3,))\ny = tf.exp(x)",
        "x = layers.Dense(3)(tf.ones((3, 3)))\ny = tf.exp(x)",
        "x = keras.Input((3,))\nx = 3\ny = tf.exp(x)",
        "x = input('name')\ny = tf.exp(x)",
        "def block(x):\n    return tf.exp(x)",
        "def block(x):\n    return tf.exp(x)\n\nblock(keras.Input((3,)))\nblock(tf.ones((3,)))",
        "x = keras.Input((3,))\n\ndef f(x):\n    return tf.exp(x)",
        "x = keras.Input((3,))\ny = [tf.exp(x) for x in data]",
        "x = keras.Input((3,))\nf = lambda x: tf.exp(x)",
        "x = keras.Input((3,))\nfor x in data:\n    y = tf.exp(x)",
        "x = keras.Input((3,))\nx: object = tf.ones((3,))\ny = tf.exp(x)",
        "x = keras.Input((3,))\nwith a as x:\n    y = tf.exp(x)",
        "x = keras.Input((3,)).shape\ny = tf.exp(x)",
        "class A(layers.Layer):\n    def call(self, x):\n        return tf.exp(x)",
        "# x = keras.Input((3,))\ny = tf.exp(x)",
    ],
)
def test_other_values_are_not(module, code: str) -> None:
    assert ("tf.exp(x)", "x") not in applied(module, code)


@pytest.mark.parametrize(
    ("made", "is_layer", "weights"),
    [
        ("layers.Dense(3)", True, True),
        ("keras.layers.Flatten()", True, False),
        ("layers.Dense", False, False),
        ("tf.exp(x)", False, False),
        ("Dense(3)", False, False),
        ("other.Dense(3)", False, False),
    ],
)
def test_an_expression_may_make_a_layer(module, made: str, is_layer: bool, weights: bool) -> None:
    checked = module(f"{HEAD}a = {made}\n")
    graph = FunctionalGraph(checked)
    value = checked.first_value("a")
    assert graph.is_layer(value) is is_layer
    assert graph.makes_weights(value) is weights


def test_what_a_function_does_with_values_is_its_own(module) -> None:
    checked = module(f"{HEAD}def f(x):\n    y = 1\n    def g():\n        z = 2\n    return y\n")
    graph = FunctionalGraph(checked)
    found = [checked.source(each) for each in graph.statements(checked.function_defs["f"])]
    assert any("y = 1" in each for each in found)
    assert not any(each.strip().startswith("z = 2") for each in found)


@pytest.mark.parametrize(
    ("states", "whole"),
    [
        ((True, False), True),
        ((True, None), True),
        ((False, False), False),
        ((False, None), None),
        ((), False),
    ],
)
def test_what_holds_something_symbolic_is(states, whole: bool | None) -> None:
    assert either(states) is whole


def test_a_function_of_tensors_gives_something_symbolic(module) -> None:
    checked = module(f"{HEAD}a = tf.exp\nb = print\n")
    graph = FunctionalGraph(checked)
    values = [checked.first_value(name) for name in "ab"]
    assert [graph.gives_symbolic(each) for each in values] == [True, False]
    assert isinstance(values[0], cst.Attribute)
