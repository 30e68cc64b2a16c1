"""What `__init__` and `build` draw at random and do not save."""

from __future__ import annotations

import pytest

RANDOM = """
import numpy as np
import random
import keras
import tensorflow as tf
from tensorflow.keras import backend as K


class Features(keras.layers.Layer):
    def __init__(self, units=8, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.seed = seed

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        {made}

    def draw(self, shape):
        return tf.random.normal(shape)

    def call(self, x):
        return {used}
"""


def drawn(made, used="x @ self.w"):
    return RANDOM.format(made=made, used=used)


@pytest.mark.parametrize(
    "made",
    [
        "self.w = tf.random.normal((3, 4))",
        "self.w = tf.random.normal(shape, stddev=0.1)",
        "self.w = tf.random.uniform(shape, -1.0, 1.0)",
        "self.w = tf.random.normal(shape, seed=None)",
        "self.w = keras.random.normal(shape)",
        "self.w = K.random_normal(shape)",
        "self.w = np.random.randn(3, 4)",
        "self.w = np.random.normal(size=shape).astype('float32')",
        "self.w = np.random.uniform(-1, 1, (3, 4))",
        "self.w = np.random.permutation(3)",
        "self.w = tf.constant(np.random.normal(0, 1, shape), dtype=tf.float32)",
        "self.w = tf.cast(tf.random.uniform(shape) > 0.5, tf.float32)",
        "self.w = 2 * np.pi * tf.random.uniform(shape)",
        "w = tf.random.normal(shape); self.w = w / tf.norm(w)",
        "rng = np.random.default_rng(); self.w = rng.normal(size=shape)",
        "self.w = np.random.RandomState().randn(3, 4)",
        "self.w = self.draw(shape)",
        "q, _ = np.linalg.qr(np.random.randn(3, 3)); self.w = q",
        "self.w = np.linalg.qr(np.random.randn(3, 3))[0]",
        "self.w = keras.initializers.RandomNormal()(shape)",
        "init = tf.random_normal_initializer(); self.w = init(shape)",
        "self.w = keras.initializers.get('glorot_uniform')(shape)",
        "self.w = random.sample(range(10), 3)",
        "self.w = np.arange(3); np.random.shuffle(self.w)",
        "order = list(range(3)); random.shuffle(order); self.w = order",
    ],
)
def test_a_constant_that_is_drawn_is_reported(lint, made):
    assert [code for code, _ in lint(drawn(made), select="LL219")] == ["LL219"]


@pytest.mark.parametrize(
    "made",
    [
        "self.w = tf.random.normal(shape, seed=1)",
        "self.w = tf.random.normal(shape, seed=self.seed)",
        "self.w = tf.random.stateless_normal(shape, seed=(1, 2))",
        "self.w = keras.random.normal(shape, seed=1337)",
        "self.w = np.random.RandomState(0).randn(3, 4)",
        "rng = np.random.default_rng(self.seed); self.w = rng.normal(size=shape)",
        "np.random.seed(0); self.w = np.random.randn(3, 4)",
        "self.w = keras.initializers.RandomNormal(seed=1)(shape)",
        "self.w = self.add_weight(shape=shape, initializer='random_normal')",
        "self.w = self.add_weight(shape=shape, initializer=lambda s, **k: tf.random.normal(s))",
        "self.w = lambda: tf.random.normal(shape)",
        "self.w = tf.zeros_like(tf.random.normal(shape))",
        # A single number.
        "self.w = np.random.rand()",
        "self.w = np.random.uniform(0, 1)",
        "self.w = tf.random.uniform(())",
        "self.w = random.random()",
        "self.w = keras.layers.Dense(3, bias_initializer=keras.initializers.RandomNormal())",
    ],
)
def test_what_is_the_same_after_loading_is_left_alone(lint, made):
    assert lint(drawn(made), select="LL219") == []


@pytest.mark.parametrize("used", ["x", "tf.reshape(x, self.w.shape)", "x + len(self.w)"])
def test_only_what_call_computes_with_counts(lint, used):
    assert lint(drawn("self.w = tf.random.normal((3, 4))", used), select="LL219") == []


@pytest.mark.parametrize(
    "method",
    [
        "def get_config(self):\n        return {'w': self.w.tolist()}",
        "def save_own_variables(self, store):\n        store['w'] = self.w",
        "def resample(self):\n        self.w = tf.random.normal((3, 4))",
    ],
)
def test_what_is_saved_or_drawn_again_is_left_alone(lint, method):
    source = drawn("self.w = tf.random.normal((3, 4))") + f"\n    {method}\n"
    assert lint(source, select="LL219") == []


@pytest.mark.parametrize(
    ("made", "shape", "initializer"),
    [
        ("tf.random.normal((3, 4))", "(3, 4)", "RandomNormal(stddev=1.0)"),
        ("tf.random.normal([3, 4], 1.0, 0.5)", "[3, 4]", "RandomNormal(mean=1.0, stddev=0.5)"),
        ("tf.random.uniform((3, 4))", "(3, 4)", "RandomUniform(minval=0.0, maxval=1.0)"),
        ("keras.random.uniform((3,), maxval=9.0)", "(3,)", "RandomUniform(minval=0.0, maxval=9.0)"),
        ("tf.random.truncated_normal((3, 4))", "(3, 4)", "TruncatedNormal(stddev=1.0)"),
    ],
)
def test_one_plain_draw_becomes_a_weight(diagnose, made, shape, initializer):
    (found,) = diagnose(drawn(f"self.w = {made}"), select="LL219")
    assert found.fix is not None
    assert found.fix.applicability == "unsafe"
    text = " ".join(found.fix.edits[0].text.split())
    assert text == (
        f'self.add_weight( name="w", shape={shape}, '
        f"initializer=keras.initializers.{initializer}, trainable=False, )"
    )


@pytest.mark.parametrize(
    "made",
    [
        "self.w = 2.0 * tf.random.normal((3, 4))",
        "self.w = tf.random.normal(shape)",
        "self.w = tf.random.normal((3, 4), dtype=tf.float64)",
        "self.w = np.random.randn(3, 4)",
    ],
)
def test_a_value_that_is_more_than_a_draw_is_for_the_author(diagnose, made):
    (found,) = diagnose(drawn(made), select="LL219")
    assert found.fix is None
