"""`layerlint.model.sublayers`: the layers that a layer owns, and which differ in training."""

from __future__ import annotations

import pytest

HEAD = """
import keras
from keras import layers

class Noisy(layers.Layer):
    def __init__(self):
        super().__init__()
        self.drop = layers.Dropout(0.5)

    def call(self, x):
        return self.drop(x)

class Plain(layers.Layer):
    def call(self, x):
        return x

class Probe(layers.Layer):
    def __init__(self, given):
        super().__init__()
        self.part = VALUE

    def call(self, x):
        return self.part(x)
"""


def part(module, value: str):
    return module(HEAD.replace("VALUE", value)).classes[-1].sublayers.get("part")


@pytest.mark.parametrize(
    ("value", "label", "differs"),
    [
        ("layers.Dense(1)", "Dense", False),
        ("layers.Dropout(0.5)", "Dropout", True),
        ("layers.Dropout(0.0)", "Dropout", False),
        ("Noisy()", "Noisy", True),
        ("Plain()", "Plain", False),
        ("keras.Sequential([layers.Dense(1), layers.Dropout(0.5)])", "Sequential", True),
        ("keras.Sequential([layers.Dense(1)])", "Sequential", False),
        ("layers.TimeDistributed(layers.Dropout(0.5))", "TimeDistributed", True),
    ],
)
def test_a_sublayer_has_a_label_and_may_differ_in_training(
    module, value: str, label: str, differs: bool
) -> None:
    found = part(module, value)
    assert (found.label, found.mode_dependent) == (label, differs)


def test_the_innermost_layer_that_differs_is_named(module) -> None:
    assert part(module, "Noisy()").mode_dependent_part.label == "Dropout"


def test_of_what_is_handed_in_nothing_is_known(module) -> None:
    assert part(module, "given") is None


def test_layers_in_a_container_are_sublayers(module) -> None:
    layer = module(HEAD.replace("VALUE", "[layers.Dense(1), Noisy()]")).classes[-1]
    assert [(each.label, each.container) for each in layer.all_sublayers] == [
        ("Dense", "list"),
        ("Noisy", "list"),
    ]


def test_arguments_of_a_layer_of_the_project_have_their_names(module) -> None:
    code = HEAD.replace("VALUE", "None") + "\n\nclass Owner(layers.Layer):\n"
    code += "    def __init__(self):\n        super().__init__()\n        self.own = Probe(7)\n"
    layer = module(code).classes[-1]
    assert list(layer.sublayers["own"].arguments) == ["given"]
