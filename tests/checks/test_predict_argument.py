"""`training=...` passed to `predict` and its relatives (LL113)."""

from __future__ import annotations

import pytest

HEAD = """
from tensorflow import keras


class Net(keras.Model):
    def call(self, inputs, training=None):
        return inputs

    def score(self, x):
        return {inside}


class Service:
    def __init__(self, model):
        self.model = model


def build():
    return keras.Sequential([keras.layers.Dense(1)])


def run(model, x):
    {made}
    return {call}
"""


def source(made="net = Net()", call="net.predict(x)", inside="x"):
    return HEAD.format(made=made, call=call, inside=inside)


@pytest.mark.parametrize(
    "made",
    [
        "net = Net()",
        "net = build()",
        "net = keras.Model(x, x)",
        "net = keras.models.load_model('net.keras')",
        "net = keras.applications.ResNet50()",
        "net: keras.Model = keras.Sequential()",
    ],
)
def test_a_known_model_is_reported(lint, made):
    text = source(made, "net.predict(x, training=False)")
    assert lint(text, select="LL113") == [("LL113", 24)]


@pytest.mark.parametrize(
    "method", ["fit", "evaluate", "train_on_batch", "test_on_batch", "predict_on_batch"]
)
def test_every_method_that_runs_the_model_by_itself_is_reported(lint, method):
    text = source(call=f"net.{method}(x, x, training=True)")
    assert lint(text, select="LL113") == [("LL113", 24)]


def test_the_model_itself_is_reported(lint):
    text = source(inside="self.predict(x, training=False)")
    assert lint(text, select="LL113") == [("LL113", 10)]


@pytest.mark.parametrize(
    "call", ["net(x, training=False)", "net.predict(x)", "net.score(x, training=False)"]
)
def test_other_calls_of_a_model_are_silent(lint, call):
    assert lint(source(call=call), select="LL113") == []


@pytest.mark.parametrize(
    "made",
    ["net = model", "net = Service(model)", "net = unknown()", "net = Net() if x else model"],
)
def test_what_may_be_something_else_is_silent(lint, made):
    assert lint(source(made, "net.predict(x, training=False)"), select="LL113") == []


def test_a_class_that_overrides_the_method_is_silent(lint):
    text = source(call="net.predict(x, training=False)").replace(
        "    def score",
        "    def predict(self, x, training=None):\n        return x\n\n    def score",
    )
    assert lint(text, select="LL113") == []
