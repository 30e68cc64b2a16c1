"""`layerlint.queries.broken_imports`: modules that no import gets through."""

from __future__ import annotations

import pytest

from layerlint.queries.broken_imports import raises_on_import

MODEL = """
import keras
from blocks import Block

class Net(keras.Model):
    def call(self, x):
        return Block()(x)
"""
LAYER = """
import keras

class BLOCK(keras.layers.Layer):
    def call(self, x):
        return x
"""


def test_a_name_that_the_other_module_lacks(module) -> None:
    assert raises_on_import(module(MODEL, blocks=LAYER))


@pytest.mark.parametrize(
    "binds",
    [
        "Block = BLOCK",
        "from other import Block",
        "from other import *",
        "for name in ('Block',):\n    globals()[name] = BLOCK",
        "def __getattr__(name):\n    return BLOCK",
        "if BLOCK:\n    Block = BLOCK",
        "try:\n    from fast import Block\nexcept ImportError:\n    Block = BLOCK",
        "with open('x') as Block:\n    pass",
    ],
)
def test_a_name_that_it_may_have(module, binds: str) -> None:
    assert not raises_on_import(module(MODEL, blocks=f"{LAYER}\n{binds}\n", other="Block = 1\n"))


def test_an_import_that_may_fail(module) -> None:
    guarded = MODEL.replace(
        "from blocks import Block",
        "try:\n    from blocks import Block\nexcept ImportError:\n    Block = None",
    )
    assert not raises_on_import(module(guarded, blocks=LAYER))
