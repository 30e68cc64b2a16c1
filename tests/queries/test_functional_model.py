"""`layerlint.queries.functional_model`: models that their constructor makes of its ends."""

from __future__ import annotations

import pytest

from layerlint.queries.functional_model import is_functional, saves_graph, takes_anything

NET = """\
import keras

class Net(keras.Model):
    def __init__(self, SIGNATURE):
        x = keras.Input((3,))
        y = keras.layers.Dense(3)(x)
        BASE
"""
PLAIN = ["super().__init__()", "super().__init__(name='net')", "super().__init__(**kwargs)", "pass"]
ENDS = [
    "super().__init__(inputs=x, outputs=y)",
    "super().__init__(x, y)",
    "super().__init__(inputs=[x], outputs=[y], **kwargs)",
    "super(Net, self).__init__(x, y)",
    "keras.Model.__init__(self, x, y)",
    "super().__init__(outputs=y, inputs=x)",
]


def net(module, base: str, signature: str = "units, **kwargs", **files: str):
    return module(NET.replace("SIGNATURE", signature).replace("BASE", base), **files).classes[-1]


@pytest.mark.parametrize("base", ENDS)
def test_a_model_is_functional_that_gives_its_base_the_ends(module, base: str) -> None:
    assert is_functional(net(module, base))


@pytest.mark.parametrize("base", PLAIN)
def test_one_that_gives_it_none_is_subclassed(module, base: str) -> None:
    assert not is_functional(net(module, base))


@pytest.mark.parametrize(
    "base",
    ["self.inner = keras.Model(x, y)", "Other().__init__(x, y)", "def f(): keras.Model(x, y)"],
)
def test_a_model_that_it_makes_besides_is_another(module, base: str) -> None:
    assert not is_functional(net(module, f"super().__init__()\n        {base}"))


def test_a_class_between_it_and_keras_may_give_them(module) -> None:
    source = NET.replace("SIGNATURE", "").replace("BASE", ENDS[0])
    source += "\nclass Sub(Net):\n    def __init__(self):\n        super().__init__()\n"
    source += "\nclass Plain(Net):\n    pass\n"
    assert [is_functional(layer) for layer in module(source).classes] == [True, True, True]


def test_a_layer_is_no_model(module) -> None:
    source = NET.replace("keras.Model", "keras.layers.Layer").replace("SIGNATURE", "x")
    assert not is_functional(module(source.replace("BASE", ENDS[1])).classes[0])


@pytest.mark.parametrize(
    ("base", "anything"),
    [
        ("super().__init__(inputs=x, outputs=y, **kwargs)", True),
        ("super().__init__(x, y, **kwargs)", True),
        ("super().__init__(inputs=x, outputs=y)", False),
        ("super().__init__(**kwargs)", False),
        ("super().__init__(x, y)\n        self.options = Options(**kwargs)", False),
    ],
)
def test_keras_3_drops_what_a_functional_model_hands_on(module, base: str, anything: bool) -> None:
    assert takes_anything(net(module, base)) is anything


@pytest.mark.parametrize(
    ("signature", "graph"),
    [("*args, **kwargs", True), ("units, **kwargs", False), ("units=3", False)],
)
def test_keras_takes_a_constructor_of_anything_for_its_own(module, signature, graph) -> None:
    assert saves_graph(net(module, ENDS[0], signature)) is graph
