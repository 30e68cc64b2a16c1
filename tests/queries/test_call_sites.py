"""`layerlint.queries.call_sites`: who calls a layer of the project, and tells it of the mode."""

from __future__ import annotations

import pytest

from layerlint.queries.call_sites import always_given, always_told, is_sublayer, trains_itself

PART = """
import keras

class Part(keras.layers.Layer):
    def call(self, x, training=None, mask=None):
        return x
"""
OWNER = """
import keras
from layer import Part

class Owner(keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.one = Part()
        self.two = Part()

    def call(self, x, training=None):
        return self.two(self.one(x, FIRST), SECOND)
"""
MODEL = """
import keras

class Trainer(keras.Model):
    def call(self, x, training=None):
        return x

    def train_step(self, data):
        return self(data, ARGUMENTS)
"""


def part(module, first: str, second: str):
    owner = OWNER.replace("FIRST", first).replace("SECOND", second)
    return module(PART, owner=owner).classes[0]


def test_a_layer_that_another_holds_is_a_sublayer(module) -> None:
    assert is_sublayer(part(module, "training=training", "training=training"))
    assert not is_sublayer(module(PART).classes[0])


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("training=training", "training=True", True),
        ("training", "training=training", True),
        ("training=training", "mask=None", False),
    ],
)
def test_a_layer_is_always_told_where_each_call_passes_the_flag(
    module, first: str, second: str, told: bool
) -> None:
    assert always_told(part(module, first, second)) is told


def test_an_argument_is_always_given_where_each_call_names_it(module) -> None:
    layer = part(module, "training=training, mask=m", "training=training")
    assert always_given(layer, "training")
    assert not always_given(layer, "mask")


@pytest.mark.parametrize(("arguments", "told"), [("training=True", "told"), ("", "untold")])
def test_a_model_with_a_step_of_its_own_may_be_told_there(
    module, arguments: str, told: str
) -> None:
    assert trains_itself(module(MODEL.replace("ARGUMENTS", arguments)).classes[0]) == told


def test_a_model_that_keras_trains_is_told_by_keras(module) -> None:
    assert trains_itself(module(PART).classes[0]) is None
