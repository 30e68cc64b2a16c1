"""`layerlint.queries.traced_code`: the functions that run when a layer is traced."""

from __future__ import annotations

from layerlint.queries.traced_code import eager, label, traced

CODE = """
import keras

def helper(x):
    return x

class Base(keras.layers.Layer):
    def call(self, x):
        return self.step(x)

    def step(self, x):
        return x

class Probe(Base):
    def __init__(self, OPTIONS):
        super().__init__(OPTIONS)

    def call(self, x):
        return super().call(helper(self.own(x)))

    def own(self, x):
        return x

    def never(self, x):
        return x
"""


def labels(module, code: str) -> set[str]:
    return {label(function) for function in traced(module(code).classes[-1])}


def test_what_call_runs_is_traced_and_what_its_base_runs_is_left_to_the_base(module) -> None:
    assert labels(module, CODE.replace("OPTIONS", "**more")) == {
        "Probe.call",
        "Probe.own",
        "helper",
    }


def test_a_layer_that_runs_eagerly_is_not_traced(module) -> None:
    code = CODE.replace("def __init__(self, OPTIONS)", "def __init__(self)")
    code = code.replace("OPTIONS", "dynamic=True")
    assert labels(module, code) == set()
    assert eager(module(code).classes[-1])
