"""`layerlint.queries.host_code`: layers of which no graph is made."""

from __future__ import annotations

import pytest

from layerlint.queries.host_code import runs_on_host

PART = """\
import keras

class Part(keras.layers.Layer):
    def call(self, x):
        return x

"""
DUNDER = PART + "    def __call__(self, x):\n        BODY\n\n"


@pytest.mark.parametrize(
    ("body", "host"),
    [
        ("return clean(x)", True),
        ("return self.process(x)", True),
        ("return super().__call__(x)", False),
        ("x = clean(x)\n        return super().__call__(x)", False),
        ("return super(Part, self).__call__(clean(x))", False),
    ],
)
def test_a_call_of_its_own_may_leave_keras_out(module, body: str, host: bool) -> None:
    assert runs_on_host(module(DUNDER.replace("BODY", body)).classes[0]) is host


def test_a_part_of_another_layer_is_run_in_its_graph(module) -> None:
    owner = "class Owner(keras.layers.Layer):\n    def __init__(self):\n"
    owner += "        super().__init__()\n        self.part = Part()\n"
    source = DUNDER.replace("BODY", "return clean(x)")
    assert not runs_on_host(module(source + owner).classes[0])


@pytest.mark.parametrize(
    ("use", "host"),
    [
        ("def f(x):\n    return Part()(x).numpy()\n", True),
        ("def f(x):\n    return float(keras.ops.mean(Part()(x)))\n", True),
        ("def f(x):\n    return Part()(x)\n", False),
        ("def f(x):\n    return float(x)\n\ny = Part()(x)\n", False),
        ("def f(x):\n    return Part()(x).numpy()\n\nmodel.add(Part())\n", False),
        ("", False),
        ("model = keras.Sequential([Part()])\n", False),
        ("@tf.function\ndef f(x):\n    return float(Part()(x))\n", False),
    ],
)
def test_its_values_may_be_asked_for_where_it_is_run(module, use: str, host: bool) -> None:
    assert runs_on_host(module(PART + use).classes[0]) is host
