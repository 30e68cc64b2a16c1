"""Weights that are rebound, tensors that are kept, and Python values that `call` changes."""

from __future__ import annotations

import pytest

WEIGHT = """
from {package} import keras
import tensorflow as tf


class Base(keras.layers.Layer):
    def build(self, input_shape):
        self._make()

    def _make(self):
        self.total = self.add_weight(name="total", shape=(), trainable=False)
        self.other = self.add_weight(name="other", shape=(), trainable=False)
        self.rows = [self.add_weight(name="row", shape=())]
        self.limit = None


class Sum(Base):
    def call(self, x, training=None):
{body}
        return x * self.total
"""


def weight(body, package="tensorflow", base="keras.layers.Layer"):
    text = "\n".join(" " * 8 + line for line in body.splitlines())
    return WEIGHT.format(package=package, body=text).replace("keras.layers.Layer", base)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("self.total += tf.reduce_sum(x)", "self.total.assign_add(tf.reduce_sum(x))"),
        ("self.total -= (1.0 + 2.0)", "self.total.assign_sub(1.0 + 2.0)"),
        ("self.total *= 1.0 + 2.0", "self.total.assign(self.total * (1.0 + 2.0))"),
        ("self.total = (1.0 + self.total)", "self.total.assign(1.0 + self.total)"),
        ("self.total = self.total.assign_add(1.0)", "self.total.assign_add(1.0)"),
    ],
)
def test_the_fix_writes_to_the_weight(diagnose, body, expected):
    [found] = diagnose(weight(body), select="LL205")
    [edit] = found.fix.edits
    assert edit.text == expected
    assert found.fix.applicability == "safe"


def test_a_value_that_is_not_computed_from_the_weight_gets_no_fix(diagnose):
    [found] = diagnose(weight("self.total = tf.reduce_sum(x)"), select="LL205")
    assert found.fix is None


def test_the_fix_of_a_trained_weight_is_unsafe(diagnose):
    source = weight("self.total = self.total * 0.5").replace(", trainable=False", "")
    [found] = diagnose(source, select="LL205")
    assert found.fix.applicability == "unsafe"


KEEPS = """
import numpy as np
import tensorflow as tf
from tensorflow import keras


class Attention(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1)
        self.heads = keras.layers.MultiHeadAttention(2, 8)
        self.kept = {initial}

    def call(self, x, training=None):
{body}
        return x

    def _score(self, x):
        self.kept = tf.nn.softmax(x)

{reader}
"""
READER = "    def show(self):\n        return self.kept"


def keeps(body, reader=READER, initial="None"):
    text = "\n".join(" " * 8 + line for line in body.splitlines())
    return KEEPS.format(body=text, reader=reader, initial=initial)


@pytest.mark.parametrize(
    ("body", "initial"),
    [
        ("self.kept = tf.tanh(x + self.kept)", "tf.zeros((3,))"),
        ("if self.kept is None:\n    self.kept = tf.range(3)\nx = x + self.kept", "None"),
        (
            "n = x.shape[1]\nif n not in self.kept:\n    self.kept[n] = tf.range(n)\n"
            "x = x + self.kept[n]",
            "{}",
        ),
        ("self.kept.append(tf.reduce_mean(x))\nx = x + tf.add_n(self.kept)", "[]"),
        ("self.kept += tf.reduce_mean(x)", "0"),
    ],
)
def test_a_tensor_that_the_next_call_computes_with_is_reported(diagnose, body, initial):
    [found] = diagnose(keeps(body, "", initial), select="LL206")
    assert "in the next call" in found.message


COUNTS = """
import math
import tensorflow as tf
from tensorflow import keras


class Fade(keras.layers.Layer):
    speed = 1

    def __init__(self, rate=1.0, **kwargs):
        super().__init__(**kwargs)
        self.step = {initial}

    def build(self, input_shape):
        self.mean = self.add_weight(shape=(), trainable=False)

    def call(self, x, training=None):
{body}

{rest}
"""


def counts(body, initial="0", rest=""):
    text = "\n".join(" " * 8 + line for line in body.splitlines())
    return COUNTS.format(body=text, initial=initial, rest=rest)


def test_a_list_that_grows_is_reported(diagnose):
    source = counts("self.step.append(x.shape[1])\nreturn x * len(self.step)", "[]")
    [found] = diagnose(source, select="LL207")
    assert "list" in found.message


def test_a_flag_for_a_write_that_is_made_once_is_reported(diagnose):
    body = (
        "if not self.step:\n    self.mean.assign(tf.reduce_mean(x))\n"
        "    self.step = True\nreturn x - self.mean"
    )
    [found] = diagnose(counts(body, "False"), select="LL207")
    assert "flag" in found.message


def test_a_layer_that_runs_eagerly_may_count(lint):
    source = counts("self.step += 1\nreturn x * self.step")
    source += "\nmodel = keras.Sequential([Fade()])\nmodel.compile('sgd', run_eagerly=True)\n"
    assert lint(source, select="LL207") == []


def test_in_an_application_a_getter_that_nobody_calls_reads_nothing(lint, tmp_path):
    layer = """\
import keras


class Attention(keras.layers.Layer):
    def call(self, x):
        self.scores = keras.ops.softmax(x)
        return x * self.scores

    def entropy(self):
        return -keras.ops.sum(self.scores * keras.ops.log(self.scores))
"""
    assert len(lint(layer, select="LL206")) == 1
    (tmp_path / ".git").mkdir()
    assert lint(layer, select="LL206") == []
    asks = "\n\nlayer = Attention()\nlayer(x)\nprint(layer.entropy())\n"
    assert len(lint(layer + asks, select="LL206")) == 1
