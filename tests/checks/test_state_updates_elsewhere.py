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


@pytest.mark.parametrize(
    "update",
    [
        "self.steps.assign(self.steps + 1.0)",
        "self.steps.assign(1.0 + self.steps)",
        "self.steps.assign(self.steps * 0.99 + 0.01 * tf.reduce_mean(x))",
        "steps = tf.cast(self.steps, tf.float32); self.steps.assign(steps + 1.0)",
        "self.steps.assign(tf.minimum(self.steps + 1.0, 1e6))",
        "self.steps.assign(tf.add(self.steps.read_value(), 1.0))",
    ],
)
@pytest.mark.parametrize("package", ["keras", "tf_keras"])
def test_an_update_that_starts_from_its_own_value_is_rounded(lint, update, package):
    found = lint(counter(update, package=package), select="LL216")
    assert found == [("LL216", 15)]


@pytest.mark.parametrize("verb", ["assign_add", "assign_sub"])
def test_on_keras_3_an_update_in_place_is_rounded_too(lint, verb):
    update = f"self.steps.{verb}(1.0)"
    assert lint(counter(update), select="LL216") == [("LL216", 15)]
    assert lint(counter(update, package="tf_keras"), select="LL216") == []


@pytest.mark.parametrize(
    "made",
    [
        "trainable=False, autocast=False",
        "trainable=False, experimental_autocast=False",
        "trainable=False, dtype='int32'",
        "trainable=False, dtype=tf.int64",
        "trainable=False, **self.options",
    ],
)
def test_a_weight_that_is_not_cast_is_left_alone(lint, made):
    assert lint(counter(made=made), select="LL216") == []


def test_a_dtype_of_float32_does_not_help(lint):
    made = "trainable=False, dtype='float32'"
    assert lint(counter(made=made), select="LL216") == [("LL216", 15)]


def test_a_layer_that_computes_in_float32_is_left_alone(lint):
    assert lint(counter(init="dtype='float32', "), select="LL216") == []


def test_a_layer_that_casts_nothing_casts_weights_on_keras_2(lint):
    source = counter(init="autocast=False, ")
    assert lint(source, select="LL216") == []
    assert lint(source.replace("keras", "tf_keras"), select="LL216") == [("LL216", 15)]


@pytest.mark.parametrize("package", ["keras", "tf_keras"])
def test_an_average_that_the_backend_updates_is_rounded_too(lint, package):
    update = "tf.keras.backend.moving_average_update(self.steps, tf.reduce_mean(x), 0.999)"
    assert lint(counter(update, package=package), select="LL216") == [("LL216", 15)]


@pytest.mark.parametrize(
    "update",
    [
        "self.steps.assign(tf.reduce_mean(x))",
        "self.steps.assign(tf.cast(tf.reduce_mean(x), self.steps.dtype))",
        "self.steps.assign(tf.zeros(self.steps.shape))",
    ],
)
def test_a_value_that_is_replaced_is_not_rounded_twice(lint, update):
    assert lint(counter(update), select="LL216") == []


def test_code_that_never_speaks_of_mixed_precision_is_left_alone(lint):
    source = counter().replace("tf.cast(self.steps, self.compute_dtype)", "self.steps")
    assert lint(source, select="LL216") == []


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
    "update",
    [
        "self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x, axis=0))",
        "self.mean.assign_sub(0.1 * (self.mean - tf.reduce_mean(x, axis=0)))",
        "batch = tf.reduce_mean(x, 0); self.mean.assign(batch)",
    ],
)
def test_state_that_each_replica_writes_for_itself_drifts(lint, update):
    assert lint(center(update), select="LL211") == [("LL211", 12)]


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


@pytest.mark.parametrize(
    ("update", "made"),
    [
        ("self.mean.assign(0.9 * self.mean)", "trainable=False"),
        ("self.mean.assign(tf.reduce_mean(x, 0))", "trainable=False, aggregation='mean'"),
        ("self.mean.assign(tf.reduce_mean(x, 0))", "trainable=False, synchronization=SYNC"),
        ("self.mean.assign_add(tf.shape(x)[0])", "trainable=False, dtype='int64'"),
        (
            "context = tf.distribute.get_replica_context(); "
            "self.mean.assign(context.all_reduce('MEAN', tf.reduce_mean(x, 0)))",
            "trainable=False",
        ),
    ],
)
def test_state_that_stays_the_same_on_every_replica_is_left_alone(lint, update, made):
    assert lint(center(update, made), select="LL211") == []
