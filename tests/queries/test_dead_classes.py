"""`layerlint.queries.broken_constructors`: of a class that nobody can make nothing is reported."""

from __future__ import annotations

import pytest

from layerlint.queries.broken_constructors import cannot_be_made

CELL = """\
import keras
from keras import layers


class Cell(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        {line}
        self.units = units

    def call(self, x, training):
        return x
"""
BROKEN = ["super(OldCell, self).reset()", "self.pool = Pooling(units)"]
WHOLE = [
    "super(Cell, self).reset()",
    "self.pool = Pooling(units) if units else None",
    "self.pool = lambda: Pooling(units)",
    "pool: Pooling = None",
    "from pools import Pooling; self.pool = Pooling(units)",
]


@pytest.mark.parametrize("line", BROKEN)
def test_a_constructor_that_reads_what_nothing_binds_raises(module, lint, line: str) -> None:
    source = CELL.format(line=line)
    assert cannot_be_made(module(source).classes[0])
    assert lint(source) == []


@pytest.mark.parametrize("line", WHOLE)
def test_one_that_may_never_read_it_does_not(module, lint, line: str) -> None:
    source = CELL.format(line=line)
    assert not cannot_be_made(module(source).classes[0])
    assert lint(source, select="LL107") != []


def test_a_star_may_bind_anything(module) -> None:
    source = CELL.format(line=BROKEN[1]).replace("from keras import layers", "from keras import *")
    assert not cannot_be_made(module("from parts import *\n" + source).classes[0])
