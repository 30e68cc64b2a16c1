"""Statements that compute something and throw it away."""

from __future__ import annotations

import pytest

LAYER = """
import keras
import tensorflow as tf
from keras import ops
from tensorflow.keras import backend as K


class Block(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(3)
        self.dropout = keras.layers.Dropout(0.5)
        self.statistics = keras.layers.BatchNormalization(center=False, scale=False)
        self.norm = keras.layers.BatchNormalization()
        self.penalty = keras.layers.ActivityRegularization(0.1)
        self.regular = keras.layers.Dense(3, activity_regularizer="l2")
        self.layers = [keras.layers.Dense(3) for _ in range(2)]
        self.mixed = [keras.layers.Dense(3), keras.layers.BatchNormalization(scale=False)]
        self.activation = keras.activations.get("relu")
        self.callback = print
        self.steps = self.add_weight(shape=(), trainable=False)

    def helper(self, x):
        self.steps.assign_add(1.0)
        return x

    def call(self, x, training=None):
{body}
        return x
"""


def layer(body):
    return LAYER.format(body="\n".join(" " * 8 + line for line in body.splitlines()))


@pytest.mark.parametrize(
    "statement",
    [
        "ops.scatter_update(x, [[0]], [1.0])",
        "keras.ops.slice_update(x, [0], [1.0])",
        "tf.tensor_scatter_nd_update(x, [[0]], [1.0])",
        "tf.clip_by_value(x, 0.0, 1.0)",
        "tf.nn.relu(x)",
        "tf.nn.dropout(x, 0.5)",
        "keras.random.dropout(x, 0.5)",
        "tf.random.shuffle(x)",
        "tf.stop_gradient(x)",
        "tf.concat([x, x], axis=-1)",
        "tf.reshape(x, (-1, 3))",
        "K.dropout(x, 0.5)",
        "keras.activations.relu(x)",
        "self.activation(x)",
        "tf.where(x > 0, x, 0.0)",
        "if training:\n    tf.math.l2_normalize(x)",
    ],
)
def test_a_function_that_changes_nothing_is_reported(lint, statement):
    assert [code for code, _ in lint(layer(statement), select="LL213")] == ["LL213"]


@pytest.mark.parametrize(
    "statement",
    [
        "self.dropout(x, training=training)",
        "self.dense(x)",
        "self.dropout(self.dense(x))",
        "for layer in self.layers:\n    layer(x)",
        "self.layers[0](x)",
        "if training:\n    self.dropout(x)",
        "self.norm(x, training=training)",
    ],
)
def test_a_layer_whose_output_is_dropped_is_reported(lint, statement):
    assert [code for code, _ in lint(layer(statement), select="LL213")] == ["LL213"]


def test_the_message_names_the_layer_as_it_is_written(diagnose):
    (found,) = diagnose(layer("self.dropout(x)"), select="LL213")
    assert found.message.startswith("`self.dropout` returns a new tensor")
    assert "this `Dropout`" in found.message


@pytest.mark.parametrize(
    "statement",
    [
        "x = self.dropout(x)",
        "self.statistics(x)",
        "self.norm(x, training=True)\nx = self.norm(x, training=False)",
        "self.norm(x)\nx = x - self.norm.moving_mean",
        "self.penalty(x)",
        "self.regular(x)",
        "self.callback(x)",
        "self.helper(x)",
        "for layer in self.mixed:\n    layer(x)",
        "self.steps.assign(1.0)",
        "K.update(self.steps, 1.0)",
        "tf.compat.v1.scatter_update(self.steps, [0], [1.0])",
        "tf.debugging.assert_positive(x)",
        "tf.debugging.check_numerics(x, 'x')",
        "tf.ensure_shape(x, (None, 3))",
        "tf.print(x)",
        "tf.identity(x, name='features')",
        "tf.summary.scalar('x', tf.reduce_mean(x))",
        "self.add_loss(tf.reduce_sum(x))",
        "keras.activations.get('relu')",
        "try:\n    tf.reshape(x, (-1, 3))\nexcept ValueError:\n    raise",
        # A layer that is built, or whose weights are used.
        "self.dense(tf.zeros((1, 3)))",
        "if not self.dense.built:\n    self.dense(x)",
        "self.dense(x)\nx = x @ self.dense.kernel",
    ],
)
def test_what_has_an_effect_is_left_alone(lint, statement):
    assert lint(layer(statement), select="LL213") == []


def test_a_model_a_step_and_an_inherited_layer_are_reported(lint):
    source = """
        import tensorflow as tf
        import tf_keras


        class Base(tf_keras.Model):
            def __init__(self):
                super().__init__()
                self.pool = tf_keras.layers.GlobalAveragePooling2D()


        class Net(Base):
            def call(self, x):
                self.pool(x)
                return x

            def train_step(self, data):
                gradients = [tf.zeros(3)]
                tf.clip_by_global_norm(gradients, 1.0)
                tf.clip_by_value(gradients[0], -1.0, 1.0)
                return {}
        """
    found = lint(source, select="LL213")
    assert found == [("LL213", 14), ("LL213", 19), ("LL213", 20)]


def test_a_layer_that_build_calls_is_built(lint):
    source = """
        import keras


        class Block(keras.layers.Layer):
            def build(self, input_shape):
                self.dense = keras.layers.Dense(3)
                self.dense(keras.Input(input_shape[1:]))

            def call(self, x):
                return self.dense(x)
        """
    assert lint(source, select="LL213") == []
