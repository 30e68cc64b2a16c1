"""Layers that are held where Keras does not look, or one for all, or by another Keras."""

from __future__ import annotations

HOLDER = """
import collections, functools, itertools, types
from dataclasses import dataclass
from typing import NamedTuple
import numpy as np
import {package} as keras


@dataclass
class Pair:
    first: object
    second: object = None


class Both(NamedTuple):
    first: object
    second: object


class Tower:
    def __init__(self, units=4):
        self.dense = keras.layers.Dense(units)

    def __call__(self, x):
        return self.dense(x)


class Keeper:
    def __init__(self, layer):
        self.layer = layer


class Reader:
    def __init__(self, layer):
        self.name = layer.name


class Holder(keras.{base}):
    def __init__(self, units=4, **kwargs):
        super().__init__(**kwargs)
        {init}

    def call(self, x):
        return self.held(x)

    def get_config(self):
        return dict(super().get_config())
"""


def holder(init, package="keras", base="layers.Layer"):
    lines = init.replace("Dense()", "keras.layers.Dense(units)").replace("\n", "\n" + " " * 8)
    return HOLDER.format(init=lines, package=package, base=base)


def test_a_set_is_tracked_on_keras_3_but_has_no_order(diagnose):
    for package, words in (("keras", "order"), ("tf_keras", "neither trained nor saved")):
        found = diagnose(holder("self.held = {Dense(), Dense()}", package), select="LL215")
        assert [words in diagnostic.message for diagnostic in found] == [True]


def test_a_layer_that_says_what_its_weights_are_is_left_alone(lint):
    source = holder("self.held = Tower()")
    source += "\n    @property\n    def trainable_weights(self):\n        return []\n"
    assert lint(source, select="LL215") == []


def test_the_fix_of_a_repeated_layer_is_a_comprehension(diagnose):
    (found,) = diagnose(holder("self.held = [Dense()] * (units + 1)"), select="LL217")
    assert [edit.text for edit in found.fix.edits] == [
        "[keras.layers.Dense(units) for _ in range(units + 1)]"
    ]


def test_the_fix_reads_the_attribute_as_well(diagnose):
    init = "held = []\nself.held = held\nheld.append(Dense())\nself.last = held[-1]"
    (found,) = diagnose(holder(init), select="LL218")
    assert [edit.text for edit in found.fix.edits] == ["self.held", "self.held"]


def test_there_is_no_fix_where_the_attribute_would_not_notice_either(diagnose):
    init = "held = [None]\nself.held = held\nheld[0] = Dense()"
    (found,) = diagnose(holder(init), select="LL218")
    assert found.fix is None
