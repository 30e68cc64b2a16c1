"""What LL502 says of a copy that is made without an argument."""

from __future__ import annotations

import pytest

LAYER = """
from keras import layers


class Scaled(layers.Layer):
    def __init__(self, units, {parameter}, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        {statement}

    def call(self, x):
        return x * self.units

    def get_config(self):
        return {{**super().get_config(), "units": self.units}}
"""
SILENT = "a loaded or cloned copy silently has the default"
MADE = "a loaded or cloned copy is made with the default"
SIZED = "loading raises where weights of another size are saved"


@pytest.mark.parametrize(
    ("parameter", "statement", "said"),
    [
        ("scale=1.0", "self.scale = scale", SILENT),
        ("scale=None", "self.scale = scale", MADE),
        ("scale=1.0", "self.scale = 1 / scale", MADE),
        ("width=8", "self.dense = layers.Dense(width)", SIZED),
        ("width=8", "self.w = self.add_weight(shape=(width,))", SIZED),
        ("rate=0.1", "self.drop = layers.Dropout(rate)", MADE),
        ("scale", "self.scale = scale", "loading or cloning raises `TypeError`"),
    ],
)
def test_the_message_says_what_happens(diagnose, parameter: str, statement: str, said: str) -> None:
    source = LAYER.format(parameter=parameter, statement=statement)
    (found,) = diagnose(source, "LL502")
    assert said in found.message


def test_all_that_is_lost_is_named_once_anything_is(diagnose) -> None:
    source = LAYER.format(
        parameter="input_dim, rate=0.1", statement="self.a, self.b = input_dim, rate"
    )
    (found,) = diagnose(source, "LL502")
    assert "leaves out `input_dim` and `rate`" in found.message
