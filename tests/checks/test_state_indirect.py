"""State that is reached on a detour: makers, callbacks, modules, unpacked results, given layers."""

from __future__ import annotations

import pytest

METRIC = """
from tensorflow import keras


class Watch(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.seen = keras.metrics.Mean()

    def call(self, x):
        {body}
        return x
"""


def test_a_metric_made_in_call_is_reported(lint):
    source = METRIC.format(body="keras.metrics.Mean().update_state(x)")
    assert lint(source, select="LL2") == [("LL203", 11)]
    assert lint(METRIC.format(body="self.seen.update_state(x)"), select="LL2") == []
    function = METRIC.format(body="self.add_loss(keras.metrics.mean_squared_error(x, x))")
    assert lint(function, select="LL2") == []


CALLBACK = """
import tensorflow as tf
from tensorflow import keras


class Reverse(keras.layers.Layer):
    def __init__(self, start=0.0, **kwargs):
        super().__init__(**kwargs)
        self.strength = {initial}
        self.epoch = 0
        self.weight = self.add_weight(name="weight", shape=(), trainable=False)

    def call(self, x):
        return x * self.strength * self.weight

    def restart(self):
        {other}


class Ramp(keras.callbacks.Callback):
    def __init__(self, layer):
        super().__init__()
        self.layer = layer
        self.strength = 0.0

    def {when}(self, epoch, logs=None):
        {change}
"""
CHANGE = "self.layer.strength = epoch / 10"


def callback(change=CHANGE, when="on_epoch_begin", initial="start", other="pass"):
    return CALLBACK.format(change=change, when=when, initial=initial, other=other)


@pytest.mark.parametrize(
    "change",
    [
        CHANGE,
        "self.layer.strength *= 0.9",
        "self.model.get_layer('reverse').strength = min(1.0, epoch / 5)",
        "for layer in self.model.layers:\n            layer.strength = 0.5",
    ],
)
@pytest.mark.parametrize("when", ["on_epoch_begin", "on_train_batch_end"])
def test_a_number_that_a_callback_changes_is_reported(diagnose, change, when):
    (found,) = diagnose(callback(change, when), select="LL207")
    assert found.start_row == 27 + change.count("\n")
    assert f"`Ramp.{when}` changes" in found.message


MODULE = """
import tensorflow as tf
import {package} as keras


class Affine({base}):
    def __init__(self, size):
        super().__init__()
        self.scale = {scale}

    def __call__(self, x):
        return x * self.scale


class Uses(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.affine = Affine(3)

    def call(self, x):
        return self.affine(x)
"""
VARIABLE = "tf.Variable(tf.ones([size]))"


def test_a_module_with_variables_is_not_tracked_by_keras_3(lint):
    module = {"base": "tf.Module", "scale": VARIABLE}
    assert lint(MODULE.format(package="keras", **module), select="LL2") == [("LL201", 18)]
    assert lint(MODULE.format(package="tf_keras", **module), select="LL2") == []


def test_a_module_with_constants_and_a_class_that_may_be_a_layer_are_left_alone(lint):
    constant = MODULE.format(package="keras", base="tf.Module", scale="tf.ones([size])")
    assert lint(constant, select="LL2") == []
    unknown = MODULE.format(package="keras", base="somewhere.Module", scale=VARIABLE)
    assert lint(unknown, select="LL2") == []


UNPACKED = """
from tensorflow import keras
import tensorflow as tf


class Power(keras.layers.Layer):
    def build(self, shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.u = self.add_weight(name="u", shape=(1, 3), trainable=False)

    def iterate(self, u):
        v = tf.math.l2_normalize(u @ self.w)
        return tf.math.l2_normalize(v @ tf.transpose(self.w)), tf.reduce_sum(v)

    def call(self, x):
        {line}
        return x @ (self.w / sigma)
"""


def test_a_weight_bound_to_one_of_several_results_is_reported(lint):
    bound = UNPACKED.format(line="self.u, sigma = self.iterate(self.u)")
    assert lint(bound, select="LL2") == [("LL205", 16)]
    local = UNPACKED.format(line="u, sigma = self.iterate(self.u)")
    assert lint(local, select="LL2") == []
