"""Training steps of one's own: the flag (LL112), its result (LL121), added losses (LL122)."""

from __future__ import annotations

import pytest

MODEL = """
import tensorflow as tf
from tensorflow import keras


class Student(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.hidden = keras.layers.{layer}
        self.head = keras.layers.Dense(1)

    def call(self, inputs):
        return self.head(self.hidden(inputs))

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square({forward} - y))
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {result}
"""


def model(layer="Dropout(0.5)", forward="self(x)", result="{}"):
    return MODEL.format(layer=layer, forward=forward, result=result)


def test_a_step_without_the_flag_is_reported(lint):
    assert lint(model(), select="LL112") == [("LL112", 18)]


@pytest.mark.parametrize(
    "forward", ["self(x, training=True)", "self(x, **options)", "self(x, True)"]
)
def test_a_step_that_tells_the_mode_is_silent(lint, forward):
    assert lint(model(forward=forward), select="LL112") == []


def test_a_model_in_which_nothing_differs_in_training_needs_no_flag(lint):
    assert lint(model(layer="Dense(4)"), select="LL112") == []


def test_a_part_that_differs_in_training_is_reported_by_name(lint):
    assert lint(model(forward="self.head(self.hidden(x))"), select="LL112") == [("LL112", 18)]


def test_a_part_that_does_not_differ_is_silent(lint):
    forward = "self.head(self.hidden(x, training=True))"
    assert lint(model(forward=forward), select="LL112") == []


def test_a_look_at_the_model_outside_the_tape_is_silent(lint):
    source = model(forward="self(x, training=True)").replace(
        "        with tf.GradientTape", "        before = self(x)\n        with tf.GradientTape"
    )
    assert lint(source, select="LL112") == []


def test_a_target_under_stop_gradient_is_silent(lint):
    forward = "self(x, training=True) + tf.stop_gradient(self(x))"
    assert lint(model(forward=forward), select="LL112") == []


def test_a_step_whose_helper_runs_the_model_is_reported_in_the_helper(lint):
    source = model(forward="self.score(x)") + (
        "\n    def score(self, x):\n        return self(x)\n"
    )
    assert lint(source, select="LL112") == [("LL112", 24)]


def test_a_step_of_something_that_is_no_model_is_silent(lint):
    source = model().replace("keras.Model", "object")
    assert lint(source, select="LL112,LL121,LL122") == []


def test_a_lone_loss_in_the_result_is_reported(lint):
    source = model(result='{"loss": loss}')
    assert lint(source, select="LL121") == [("LL121", 21)]


def test_a_lone_loss_made_with_dict_is_reported(lint):
    assert lint(model(result="dict(loss=loss)"), select="LL121") == [("LL121", 21)]


@pytest.mark.parametrize(
    "result",
    [
        '{"loss": loss, "norm": norm}',
        '{"error": loss}',
        "{m.name: m.result() for m in self.metrics}",
    ],
)
def test_other_names_in_the_result_are_silent(lint, result):
    assert lint(model(result=result), select="LL121") == []


def test_a_model_that_feeds_a_tracker_of_its_own_is_silent(lint):
    source = model(result='{"loss": self.tracker.result()}').replace(
        "        self.head =",
        '        self.tracker = keras.metrics.Mean("loss")\n        self.head =',
    )
    assert lint(source, select="LL121") == []


def test_a_model_that_says_what_its_metrics_are_is_silent(lint):
    source = model(result='{"loss": loss}') + (
        "\n    @property\n    def metrics(self):\n        return []\n"
    )
    assert lint(source, select="LL121") == []


REGULARIZED = 'Dense(4, kernel_regularizer="l2")'


def test_a_regularizer_that_the_step_leaves_out_is_reported(lint):
    assert lint(model(layer=REGULARIZED), select="LL122") == [("LL122", 15)]


@pytest.mark.parametrize(
    "forward",
    [
        "tf.add_n(self.losses) + self(x)",
        "self.compute_loss(y=y, y_pred=self(x))",
        "self.compiled_loss(y, self(x), regularization_losses=self.losses)",
    ],
)
def test_a_step_that_adds_the_losses_is_silent(lint, forward):
    assert lint(model(layer=REGULARIZED, forward=forward), select="LL122") == []


@pytest.mark.parametrize(
    "layer", ["Dense(4)", "Dense(4, kernel_regularizer=None)", "Dense(4, kernel_regularizer=given)"]
)
def test_a_model_without_a_regularizer_in_sight_is_silent(lint, layer):
    assert lint(model(layer=layer), select="LL122") == []


def test_a_step_that_trains_a_part_only_is_silent(lint):
    source = model(layer=REGULARIZED).replace("self.trainable_", "self.head.trainable_")
    assert lint(source, select="LL122") == []
