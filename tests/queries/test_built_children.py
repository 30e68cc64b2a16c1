"""`layerlint.queries.built_children`: which sublayers own weights, and which `build` makes."""

from __future__ import annotations

import pytest

from layerlint.queries.built_children import (
    EVERYTHING,
    builds,
    built_by_hand,
    has_weights,
    mentioned,
    owns_weights,
)

HEAD = """\
import keras
from keras import layers

class Plain(layers.Layer):
    def call(self, x):
        return x

class Heavy(layers.Layer):
    def build(self, shape):
        self.w = self.add_weight(shape=(3,))

class Holder(layers.Layer):
    def __init__(self):
        super().__init__()
        self.part = layers.Dense(3)

"""


def owner(module, child: str = "layers.Dense(3)", build: str = "pass", more: str = ""):
    source = "class Owner(layers.Layer):\n    def __init__(self):\n        super().__init__()\n"
    source += f"        self.child = {child}\n        self.other = layers.Dense(1)\n\n"
    source += f"    def build(self, shape):\n        {build}\n{more}"
    return module(HEAD + source).classes[-1]


@pytest.mark.parametrize(
    ("child", "weights"),
    [
        ("layers.Dense(3)", True),
        ("layers.Conv2D(3, 1)", True),
        ("Heavy()", True),
        ("Holder()", True),
        ("layers.Dropout(0.5)", False),
        ("layers.Flatten()", False),
        ("Plain()", False),
        ("layers.BatchNormalization(center=False, scale=False)", True),
    ],
)
def test_a_sublayer_may_own_weights(module, child: str, weights: bool) -> None:
    assert has_weights(owner(module, child).sublayers["child"]) is weights


def test_a_class_owns_weights_that_its_build_or_its_parts_make(module) -> None:
    classes = module(HEAD).classes
    assert {each.name: owns_weights(each) for each in classes} == {
        "Plain": False,
        "Heavy": True,
        "Holder": True,
    }


@pytest.mark.parametrize(
    ("build", "by_hand", "mentions"),
    [
        ("self.child.build(shape)", True, True),
        ("self.child.build(self.other.compute_output_shape(shape))", True, True),
        ("self.child(keras.Input(shape))", False, True),
        ("x = self.child.units", False, True),
        ("self.other.build(shape)", False, False),
        ("pass", False, False),
        ("# self.child.build(shape)\n        pass", False, False),
        ("child.build(shape)", False, False),
        ("self.make(shape)", True, True),
        ("super().build(shape)", False, False),
        ("for each in self.layers:\n            each.build(shape)", False, True),
        ("self.call(keras.Input(shape))", False, True),
        ("self(keras.Input(shape))", False, True),
    ],
)
def test_build_may_build_it_or_only_mention_it(module, build, by_hand, mentions) -> None:
    more = (
        "\n    def make(self, shape):\n        self.child.build(shape)\n" if "make" in build else ""
    )
    layer = owner(module, build=build, more=more)
    assert built_by_hand(layer, "child") is by_hand
    assert builds(layer, "child") is mentions


def test_a_method_that_is_named_is_asked_alone(module) -> None:
    more = "\n    def make(self, shape):\n        self.child.build(shape)\n"
    layer = owner(module, more=more)
    assert built_by_hand(layer, "child", "make")
    assert not built_by_hand(layer, "child", "build")


def test_attributes_that_a_method_reads_and_those_of_methods_that_it_runs(module) -> None:
    more = "\n    def make(self):\n        return self.other\n"
    layer = owner(module, build="self.child(self.make())", more=more)
    found = mentioned(layer, layer.methods["build"])
    assert found is not EVERYTHING
    assert {"child", "other"} <= set(found)
    layer = owner(
        module, build="for each in self._flatten_layers():\n            each.build(shape)"
    )
    assert mentioned(layer, layer.methods["build"]) is EVERYTHING
