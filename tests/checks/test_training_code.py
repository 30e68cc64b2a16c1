"""Code that trains: one optimizer for two models (LL427), the metrics that it feeds (LL126)."""

from __future__ import annotations

import pytest

PLAYERS = """
import tensorflow as tf
from tensorflow import keras


class Players(keras.Model):
    def __init__(self, first, **kwargs):
        super().__init__(**kwargs)
        self.first = first
        self.second = keras.layers.Dense(1)

    def train_step(self, data):
        with tf.GradientTape(persistent=True) as tape:
            loss = tf.reduce_mean(self.second(self.first(data)))
        {body}
        return {{"gap": loss}}
"""
FIRST = "{opt}.apply_gradients(zip(tape.gradient(loss, {vars}), {vars}))"


def apply(optimizer, variables):
    return FIRST.format(opt=optimizer, vars=variables)


def players(*lines):
    return PLAYERS.format(body="\n        ".join(lines))


def test_one_optimizer_for_two_parts_is_reported_where_it_raises(lint):
    source = players(
        apply("self.optimizer", "self.first.trainable_variables"),
        apply("self.optimizer", "self.second.trainable_weights"),
    )
    assert lint(source, select="LL427") == [("LL427", 16)]


def test_the_variables_may_have_a_name(lint):
    source = players(
        "mine = self.first.trainable_variables",
        apply("self.optimizer", "mine"),
        "yours = self.second.trainable_variables",
        apply("self.optimizer", "yours"),
    )
    assert lint(source, select="LL427") == [("LL427", 18)]


@pytest.mark.parametrize(
    "lines",
    [
        (("self.optimizer", "self.first"), ("self.other", "self.second")),
        (("self.optimizer", "self.first"), ("self.optimizer", "self.first")),
        (("self.optimizer", "self"), ("self.optimizer", "self.second")),
        (("self.optimizer", "self.first"), ("self.optimizer", "self.unknown")),
    ],
)
def test_an_optimizer_each_or_one_set_of_variables_is_silent(lint, lines):
    source = players(*(apply(one, f"{part}.trainable_variables") for one, part in lines))
    assert lint(source, select="LL427") == []


def test_an_optimizer_that_is_built_for_all_variables_is_silent(lint):
    source = players(
        "self.optimizer.build(self.trainable_variables)",
        apply("self.optimizer", "self.first.trainable_variables"),
        apply("self.optimizer", "self.second.trainable_variables"),
    )
    assert lint(source, select="LL427") == []


def test_branches_of_which_one_may_never_run_are_silent(lint):
    source = players(
        "if self.warm:",
        "    " + apply("self.optimizer", "self.first.trainable_variables"),
        "else:",
        "    " + apply("self.optimizer", "self.second.trainable_variables"),
    )
    assert lint(source, select="LL427") == []


METRICS = """
import keras


class Gauge(keras.Model):
    def test_step(self, data):
        x, y = data
        guess = self(x, training=False)
        {body}
        return {{metric.name: metric.result() for metric in self.metrics}}
"""
FEED = "self.compiled_metrics.update_state(y, guess)"


def test_compiled_metrics_are_reported_in_every_step(lint):
    assert lint(METRICS.format(body=FEED), select="LL126") == [("LL126", 9)]


def test_a_model_that_says_what_its_metrics_are_is_silent(lint):
    own = "\n    @property\n    def metrics(self):\n        return [self.accuracy]\n"
    assert lint(METRICS.format(body=FEED) + own, select="LL126") == []


def test_compiled_metrics_of_the_class_itself_are_silent(lint):
    own = "self.compiled_metrics = keras.metrics.MeanAbsoluteError(); "
    assert lint(METRICS.format(body=own + FEED), select="LL126") == []


def test_compiled_metrics_behind_a_test_of_the_version_are_silent(lint):
    source = METRICS.format(body="if keras.__version__ < '3':\n            " + FEED)
    assert lint(source, select="LL126") == []


def test_keras_2_keeps_the_metrics_of_compile_apart(lint):
    source = METRICS.format(body=FEED).replace("import keras", "import tf_keras as keras")
    assert lint(source, select="LL126") == []


HALF = """
import tensorflow as tf
from tensorflow import keras

keras.mixed_precision.set_global_policy("{policy}")


class Tide(keras.Model):
    def train_step(self, data):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(self(data, training=True))
            {scaling}
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {{}}
"""


def half(policy="mixed_float16", scaling="pass"):
    return HALF.format(policy=policy, scaling=scaling)


def test_a_loss_that_nobody_scales_is_reported_where_it_is_differentiated(lint):
    assert lint(half(), select="LL124") == [("LL124", 13)]


@pytest.mark.parametrize("policy", ["mixed_bfloat16", "float32"])
def test_a_policy_that_scales_nothing_is_silent(lint, policy):
    assert lint(half(policy), select="LL124") == []


def test_a_loss_that_is_scaled_is_silent(lint):
    assert lint(half(scaling="loss = self.optimizer.scale_loss(loss)"), select="LL124") == []


def test_an_optimizer_that_compile_is_told_not_to_wrap_is_silent(lint):
    source = half() + '\n\nTide().compile("sgd", auto_scale_loss=False)\n'
    assert lint(source, select="LL124") == []


def test_a_policy_that_is_set_on_condition_is_silent(lint):
    source = half().replace("keras.mixed_precision.set", "if FAST: keras.mixed_precision.set")
    assert lint(source, select="LL124") == []


def test_another_optimizer_than_that_of_compile_is_silent(lint):
    assert lint(half().replace("self.optimizer", "self.plain"), select="LL124") == []


@pytest.mark.parametrize(
    "line",
    [
        "self.optimizer.minimize(lambda: loss, self.trainable_variables)",
        "loss = self.optimizer.get_scaled_loss(loss)",
        "loss = loss * self.optimizer.lr",
    ],
)
def test_what_the_optimizers_of_keras_3_lack_is_reported(lint, line):
    assert lint(half("float32", line), select="LL706") == [("LL706", 12)]


@pytest.mark.parametrize(
    "line",
    [
        "loss = loss * self.optimizer.learning_rate",
        "loss = self.scaler.get_scaled_loss(loss)",
        "loss = self.optimizer.lr if keras.__version__ < '3' else loss",
    ],
)
def test_what_they_have_and_what_is_no_optimizer_of_keras_is_silent(lint, line):
    assert lint(half("float32", line), select="LL706") == []


def test_an_optimizer_that_the_class_wraps_itself_is_silent(lint):
    own = "\n    def compile(self, optimizer):\n        super().compile(Wrapped(optimizer))\n"
    line = "loss = self.optimizer.get_scaled_loss(loss)"
    assert lint(half("float32", line) + own, select="LL706") == []


def test_keras_2_has_them(lint):
    source = half("float32", "loss = loss * self.optimizer.lr")
    assert lint(source.replace("from tensorflow import keras", "import tf_keras as keras")) == []
