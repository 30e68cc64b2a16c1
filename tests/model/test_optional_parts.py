"""`layerlint.model.optional_parts`: a layer that is only made, or only differs, where asked for."""

from __future__ import annotations

import pytest

MODULE = """
import keras
from keras import layers

def normalization(kind):
    return layers.BatchNormalization() if kind == "batch" else None

class Block(layers.Layer):
    def __init__(self, units, ARGUMENT):
        super().__init__()
        self.dense = layers.Dense(units)
        MADE

    def call(self, x):
        return self.part(self.dense(x))

class Net(keras.Model):
    def __init__(self, given):
        super().__init__()
        self.block = Block(GIVEN)

    def call(self, x):
        return self.block(x)
"""
MADE = {
    "rate=0.0": "self.part = layers.Dropout(rate)",
    "rate=None": "if rate is not None:\n            self.part = layers.Dropout(rate)",
    "noisy=False": "self.part = layers.GaussianNoise(0.1) if noisy else None",
    "kind=None": "self.part = normalization(kind)",
}


def differs(module, argument: str, given: str) -> bool | None:
    text = MODULE.replace("ARGUMENT", argument).replace("MADE", MADE[argument])
    return module(text.replace("GIVEN", given)).classes[-1].sublayers["block"].mode_dependent


@pytest.mark.parametrize("argument", MADE)
def test_what_nobody_asks_for_is_not_there(module, argument: str) -> None:
    name = argument.partition("=")[0]
    assert differs(module, argument, "4") is False
    assert differs(module, argument, f"4, {name}=None") is False
    assert differs(module, argument, f"4, {name}=given") is True
    assert differs(module, argument, "4, **given") is True


def test_what_is_made_where_something_is_not_asked_for_is_there(module) -> None:
    made = "self.part = None if plain else layers.Dropout(0.5)"
    text = MODULE.replace("ARGUMENT", "plain=False").replace("MADE", made)
    net = module(text.replace("GIVEN", "4")).classes[-1]
    assert net.sublayers["block"].mode_dependent is True
