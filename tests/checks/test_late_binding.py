"""Lambda layers that are made in loops (LL313)."""

from __future__ import annotations

import pytest

HEAD = "from tensorflow.keras import layers\n\n\ndef make(xs, n):\n"


@pytest.mark.parametrize(
    "line",
    [
        "    return [layers.Lambda(lambda t: t[:, i])(xs) for i in range(n)]\n",
        "    return [layers.Lambda(lambda t: t[:, i]) for x in xs for i in range(n) if i]\n",
        "    return {k: layers.Lambda(function=lambda t: t * v) for k, v in xs.items()}\n",
        "    for i, x in enumerate(xs): n.append(layers.Lambda(lambda t: [t, x])(i))\n",
    ],
)
def test_a_lambda_that_reads_the_loop_variable_is_reported(lint, line):
    assert lint(HEAD + line, select="LL313") == [("LL313", 5)]


@pytest.mark.parametrize(
    "line",
    [
        "    return [layers.Lambda(lambda t, i=i: t[:, i])(xs) for i in range(n)]\n",
        "    return [layers.Lambda(lambda t: t[:, n])(x) for x in xs]\n",
        "    return [layers.Lambda(lambda i: i * 2)(x) for i in xs]\n",
        "    return [layers.Lambda(lambda t: t.i)(x) for i in xs]\n",
        "    return [layers.Lambda(lambda t: [i for i in t])(i) for i in xs]\n",
        "    return [layers.Lambda(lambda t, a: t * a, arguments={'a': i}) for i in xs]\n",
        "    return [layers.Lambda((lambda i: lambda t: t * i)(i)) for i in xs]\n",
        "    return [(lambda t: t[:, i])(xs) for i in range(n)]\n",
        "    for i in xs:\n        if i:\n            return layers.Lambda(lambda t: t * i)\n",
    ],
)
def test_a_lambda_that_has_its_value_or_reads_none_of_the_loop_is_silent(lint, line):
    assert lint(HEAD + line, select="LL313") == []


def test_a_layer_that_a_function_makes_for_each_value_is_silent(lint):
    source = HEAD + (
        "    def one(i):\n"
        "        return layers.Lambda(lambda t: t * i)\n"
        "    return [one(i) for i in range(n)]\n"
    )
    assert lint(source, select="LL313") == []


def test_a_lambda_that_runs_within_call_is_silent(lint):
    source = (
        "import keras\n\n\n"
        "class Sum(keras.layers.Layer):\n"
        "    def call(self, xs):\n"
        "        return [keras.layers.Lambda(lambda t: t * i)(x) for i, x in enumerate(xs)]\n"
    )
    assert lint(source, select="LL313") == []
