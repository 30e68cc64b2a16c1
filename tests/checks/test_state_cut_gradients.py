"""Writes of weights in `call()` that cut the gradient of others."""

from __future__ import annotations

import pytest

NORMED = """
import keras
import tensorflow as tf
from tensorflow.keras import backend as K


class Normed(keras.layers.Layer):
    def build(self, input_shape):
        shape = (input_shape[-1], 3)
        self.v = self.add_weight(name="v", shape=shape, initializer="glorot_uniform")
        self.g = self.add_weight(name="g", shape=(3,), initializer="ones")
        self.kernel = self.add_weight(name="kernel", shape=shape, trainable=False)

    def normed(self):
        return self.g * tf.math.l2_normalize(self.v, axis=0)

    def write(self, value):
        self.kernel.assign(value)

    def call(self, x, training=None):
{body}
"""


def normed(body):
    return NORMED.format(body="\n".join(" " * 8 + line for line in body.splitlines()))


@pytest.mark.parametrize(
    "write",
    [
        "self.kernel.assign(self.g * tf.math.l2_normalize(self.v, axis=0))",
        "kernel = self.g * tf.math.l2_normalize(self.v); self.kernel.assign(kernel)",
        "self.kernel.assign(self.normed())",
        "self.write(self.normed())",
        "self.write(value=self.g * self.v)",
        "K.update(self.kernel, self.normed())",
        "self.kernel.assign_add(self.normed() - self.kernel)",
        "norm = tf.norm(self.v); kernel = tf.reshape(self.v * self.g / norm, self.v.shape); "
        "self.kernel.assign(kernel)",
        "tf.print(self.g.shape); self.kernel.assign(self.normed())",
        "target = self.kernel; target.assign(self.normed())",
    ],
)
def test_a_weight_that_is_only_written_into_another_gets_no_gradient(lint, write):
    source = normed(f"if training:\n    {write}\nreturn tf.matmul(x, self.kernel)")
    assert [code for code, _ in lint(source, select="LL210")] == ["LL210"]


@pytest.mark.parametrize(
    "body",
    [
        "tf.cond(training, lambda: self.kernel.assign(self.normed()), lambda: self.kernel)\n"
        "return x @ self.kernel",
        "def update():\n    kernel = self.normed()\n    self.kernel.assign(kernel)\n"
        "if training:\n    update()\nreturn keras.ops.matmul(x, self.kernel)",
        "self.kernel.assign(self.normed())\nkernel = self.kernel\nreturn tf.matmul(x, kernel)",
        "if training:\n    self.kernel.assign(self.normed())\nreturn tf.nn.relu(self.project(x))",
    ],
)
def test_it_is_found_through_functions_and_helpers(lint, body):
    source = normed(body) + "\n    def project(self, x):\n        return x @ self.kernel\n"
    assert [code for code, _ in lint(source, select="LL210")] == ["LL210"]


@pytest.mark.parametrize(
    "body",
    [
        # The value itself is used: the copy is for inference.
        "kernel = self.normed()\nif training:\n    self.kernel.assign(kernel)\nreturn x @ kernel",
        "if training:\n    kernel = self.normed()\n    self.kernel.assign(kernel)\n"
        "else:\n    kernel = self.kernel\nreturn x @ kernel",
        # An average of a weight that is trained by what else it is used for.
        "self.kernel.assign(0.9 * self.kernel + 0.1 * self.v)\n"
        "return x @ self.v * self.g + x @ self.kernel",
        # Nothing is computed with what was written.
        "self.kernel.assign(self.normed())\nreturn x",
        # Keras 3 returns the value that was written.
        "kernel = self.kernel.assign(self.normed())\nreturn x @ kernel",
        "self.kernel.assign(tf.stop_gradient(self.normed()))\nreturn x @ self.kernel",
        "self.kernel.assign(self.normed())\nself.add_loss(tf.reduce_sum(self.v) + self.g)\n"
        "return x @ self.kernel",
        # Only the shape of the other weight.
        "self.kernel.assign(tf.zeros(self.v.shape))\nreturn x @ self.kernel",
    ],
)
def test_a_weight_whose_gradient_finds_another_way_is_left_alone(lint, body):
    assert lint(normed(body), select="LL210") == []


@pytest.mark.parametrize("made", ["trainable=False", "trainable=trainable"])
def test_only_weights_that_are_trained_lose_a_gradient(lint, made):
    source = normed("self.kernel.assign(self.normed())\nreturn x @ self.kernel")
    for name in ("v", "g"):
        source = source.replace(f'name="{name}"', f'name="{name}", {made}')
    assert lint(source, select="LL210") == []


WRAPPER = """
import tensorflow as tf
from tensorflow import keras


class Wrapped(keras.layers.Wrapper):
    def build(self, input_shape):
        self.layer.build(input_shape)
        self.w = self.layer.kernel
        self.g = self.add_weight(name="g", shape=(3,), initializer="ones")
        self.u = self.add_weight(name="u", shape=(1, 3), trainable={trainable})
        super().build(input_shape)

    def call(self, inputs, training=None):
        if training:
            self.normalize()
        return self.layer(inputs)

    def normalize(self):
{body}
"""
POWER = """
v = tf.math.l2_normalize(tf.matmul(self.u, self.w, transpose_b=True))
u = tf.math.l2_normalize(tf.matmul(v, self.w))
sigma = tf.matmul(tf.matmul(v, self.w), u, transpose_b=True)
self.u.assign(u)
self.w.assign(self.w / sigma)
"""


def wrapper(body, trainable=False):
    indented = "\n".join(" " * 8 + line for line in body.strip().splitlines())
    return WRAPPER.format(body=indented, trainable=trainable)


def test_the_gain_of_a_wrapped_layer_is_not_trained_through_its_kernel(lint):
    body = "self.layer.kernel.assign(self.g * tf.nn.l2_normalize(self.w, axis=0))"
    assert lint(wrapper(body), select="LL210") == [("LL210", 20)]


@pytest.mark.parametrize("trainable", [False, True])
def test_the_vector_of_a_power_iteration_is_state(lint, trainable):
    assert lint(wrapper(POWER, trainable), select="LL210") == []


def test_a_gain_beside_an_inherited_kernel_is_found(lint):
    source = """
        import tensorflow as tf
        import tf_keras


        class Standardized(tf_keras.layers.Conv2D):
            def build(self, input_shape):
                super().build(input_shape)
                self.gain = self.add_weight(name="gain", shape=(self.filters,))

            def call(self, x, training=None):
                if training:
                    mean, variance = tf.nn.moments(self.kernel, [0, 1, 2])
                    self.kernel.assign((self.kernel - mean) / tf.sqrt(variance) * self.gain)
                return super().call(x)
        """
    assert lint(source, select="LL210") == [("LL210", 14)]
    assert lint(source.replace(" * self.gain", ""), select="LL210") == []
