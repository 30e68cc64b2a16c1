"""`layerlint.model.origins`: which calls made the object that an expression stands for."""

from __future__ import annotations

import pytest

from layerlint.model.origins import origins, place_of

HEAD = """
import keras

def outside():
    return One()

class Probe(keras.layers.Layer):
    def _make(self, flag):
        if flag:
            return One()
        return Two()

    def build(self, input_shape):
        held = []
        for _ in range(2):
            held.append(One())
        local = Two()
        self.x = VALUE
"""


@pytest.mark.parametrize(
    ("value", "made"),
    [
        ("One()", [("One", None)]),
        ("local", [("Two", None)]),
        ("One() if flag else Two()", [("One", None), ("Two", None)]),
        ("given or Two()", [("Two", None)]),
        ("self._make(True)", [("One", None), ("Two", None)]),
        ("outside()", [("One", None)]),
        ("[One(), Two()]", [("One", "list"), ("Two", "list")]),
        ("{'a': One()}", [("One", "dict")]),
        ("held", [("One", "list")]),
        ("[One() for _ in range(2)]", [("One", "list")]),
    ],
)
def test_an_object_is_followed_to_the_calls_that_may_have_made_it(
    module, value: str, made: list[tuple[str, str | None]]
) -> None:
    layer = module(HEAD.replace("VALUE", value)).classes[0]
    expression = layer.attributes["x"].bindings[0].value
    found = origins(expression, place_of(layer, layer.methods["build"]))
    seen = [(origin.place.module.source(origin.call.func), origin.container) for origin in found]
    assert [each for each in seen if each[0] in ("One", "Two")] == made
