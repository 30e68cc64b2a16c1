"""Updates of state under mixed precision, and on several replicas."""

from __future__ import annotations

import pytest

COUNTER = """
import {package}
import tensorflow as tf


class Counter({package}.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__({init}**kwargs)

    def build(self, input_shape):
        self.steps = self.add_weight(name="steps", shape=(), {made})

    def call(self, x, training=None):
        if training:
            {update}
        return x * tf.cast(self.steps, self.compute_dtype)
"""


def counter(
    update="self.steps.assign(self.steps + 1.0)",
    made="trainable=False",
    package="keras",
    init="",
):
    return COUNTER.format(update=update, made=made, package=package, init=init)


def test_the_fix_is_safe_where_only_updates_read_the_weight(diagnose):
    (found,) = diagnose(counter(), select="LL216")
    assert found.fix is not None
    assert found.fix.applicability == "unsafe"
    alone = counter().replace("x * tf.cast(self.steps, self.compute_dtype)", "x  # compute_dtype")
    (found,) = diagnose(alone, select="LL216")
    assert found.fix is not None
    assert found.fix.applicability == "safe"
    assert [edit.text for edit in found.fix.edits] == [", autocast=False"]


def test_code_for_keras_2_gets_the_name_that_keras_2_knows(diagnose):
    (found,) = diagnose(counter(package="tf_keras"), select="LL216")
    assert found.fix is not None
    assert [edit.text for edit in found.fix.edits] == [", experimental_autocast=False"]


CENTER = """
import {package}
import tensorflow as tf


class Center({package}.layers.Layer):
    def build(self, input_shape):
        self.mean = self.add_weight(name="mean", shape=(3,), {made})

    def call(self, x, training=None):
        if training:
            {update}
        return x - self.mean
"""


def center(
    update="self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x, axis=0))",
    made="trainable=False",
    package="keras",
):
    return CENTER.format(update=update, made=made, package=package)


@pytest.mark.parametrize(
    ("package", "text"),
    [
        ("keras", ', aggregation="mean"'),
        ("tf_keras", ", aggregation=tf.VariableAggregation.MEAN"),
    ],
)
def test_the_mean_is_spelled_as_the_generation_does(diagnose, package, text):
    (found,) = diagnose(center(package=package), select="LL211")
    assert found.fix is not None
    assert [edit.text for edit in found.fix.edits] == [text]
