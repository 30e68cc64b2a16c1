"""`layerlint.model.weights`: the weights that a layer makes, however it spells that."""

from __future__ import annotations

import pytest

HEAD = """
import keras
import tensorflow as tf

class Probe(keras.layers.Layer):
    def _make(self, name):
        return self.add_weight(name=name, shape=())

    def build(self, input_shape):
        add = self.add_weight
        self.w = VALUE
"""


def made(module, value: str):
    return module(HEAD.replace("VALUE", value)).classes[0].weights.get("w")


@pytest.mark.parametrize(
    ("value", "how"),
    [
        ("self.add_weight(shape=())", "add_weight"),
        ("super().add_weight(shape=())", "add_weight"),
        ("add(shape=())", "add_weight"),
        ("self._make('w')", "add_weight"),
        ("self.add_variable('w', ())", "add_variable"),
        ("tf.Variable(0.0)", "tf.Variable"),
        ("tf.compat.v1.Variable(0.0)", "tf.Variable"),
        ("keras.Variable(0.0)", "keras.Variable"),
        ("[self.add_weight(shape=()) for _ in range(2)]", "add_weight"),
    ],
)
def test_a_weight_is_known_by_what_makes_it(module, value: str, how: str) -> None:
    assert made(module, value).how == how


@pytest.mark.parametrize("value", ["other.add_weight(shape=())", "keras.ops.zeros(())", "None"])
def test_what_makes_no_weight_of_the_layer_is_none(module, value: str) -> None:
    assert made(module, value) is None


@pytest.mark.parametrize(
    ("arguments", "trainable"),
    [
        ("shape=()", True),
        ("shape=(), trainable=False", False),
        ("shape=(), trainable=flag", None),
        ("shape=(), **more", None),
    ],
)
def test_a_weight_is_trainable_unless_told_otherwise(module, arguments: str, trainable) -> None:
    assert made(module, f"self.add_weight({arguments})").trainable is trainable


def test_weights_in_a_list_are_told_from_a_single_one(module) -> None:
    assert made(module, "[self.add_weight(shape=())]").in_container
    assert not made(module, "self.add_weight(shape=())").in_container
