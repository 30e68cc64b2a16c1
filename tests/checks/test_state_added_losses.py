"""Losses that are added before `call()`."""

from __future__ import annotations

import pytest

LOSS = """
import functools
import keras
import tensorflow as tf


class Small(keras.layers.Layer):
    def __init__(self, units=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.regularizer = keras.regularizers.L2(0.1)
        {init}

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(3, self.units))
        {build}

    def penalty(self):
        return tf.reduce_sum(self.kernel**2)

    def call(self, x):
        {call}
        return tf.matmul(x, self.kernel)
"""


def loss(build="pass", init="pass", call="pass", package="keras"):
    source = LOSS.format(build=build, init=init, call=call)
    return source if package == "keras" else source.replace("keras", package)


@pytest.mark.parametrize(
    "build",
    [
        "self.add_loss(0.1 * tf.reduce_sum(self.kernel**2))",
        "self.add_loss(tf.nn.l2_loss(self.kernel))",
        "self.add_loss(self.penalty())",
        "self.add_loss([self.penalty(), self.penalty()])",
        "self.add_loss(self.regularizer(self.kernel))",
        "penalty = 0.1 * self.penalty(); self.add_loss(penalty)",
        "super().add_loss(self.penalty())",
        "self.add_loss(losses=self.penalty())",
    ],
)
@pytest.mark.parametrize("package", ["keras", "tf_keras"])
def test_a_loss_that_build_adds_is_gone(lint, build, package):
    assert lint(loss(build, package=package), select="LL221") == [("LL221", 16)]


def test_a_helper_of_build_adds_it_as_well(lint):
    source = loss("self._regularize()") + (
        "\n    def _regularize(self):\n        self.add_loss(self.penalty())\n"
    )
    assert lint(source, select="LL221") == [("LL221", 26)]


@pytest.mark.parametrize(
    "function",
    ["lambda: 0.1", "self.penalty", "functools.partial(tf.reduce_sum, 1)", "[lambda: 0.1]"],
)
@pytest.mark.parametrize("place", ["init", "build"])
def test_a_function_works_on_keras_2_only(lint, diagnose, function, place):
    given = {place: f"self.add_loss({function})"}
    (found,) = diagnose(loss(**given), select="LL221")
    assert found.generations == frozenset({3}) or tuple(found.generations) == (3,)
    assert lint(loss(**given, package="tf_keras"), select="LL221") == []


@pytest.mark.parametrize(
    "given",
    [
        {"call": "self.add_loss(self.penalty())"},
        {"build": "self._regularize()", "call": "self._regularize()"},
        {"build": "self.hook = lambda: self.add_loss(self.penalty())"},
        {"build": "self.inner.add_loss(self.penalty())"},
        {"build": "self.add_loss(loss)"},
    ],
)
def test_a_loss_that_call_adds_and_one_that_is_not_known_are_left_alone(lint, given):
    source = loss(**given) + "\n    def _regularize(self):\n        self.add_loss(self.penalty())\n"
    assert lint(source, select="LL221") == []


def test_a_model_that_is_a_functional_graph_keeps_its_losses(lint):
    source = """
        import tensorflow as tf
        import tf_keras


        class Autoencoder(tf_keras.Model):
            def __init__(self):
                inputs = tf_keras.Input((3,))
                outputs = tf_keras.layers.Dense(3)(inputs)
                super().__init__(inputs, outputs)
                self.add_loss(tf.reduce_mean((inputs - outputs) ** 2))
        """
    assert lint(source, select="LL221") == []


def test_a_model_whose_layers_call_uses_loses_them(lint):
    source = """
        import keras
        from keras import ops


        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.scale = self.add_weight(shape=())
                self.add_loss(ops.square(self.scale))

            def call(self, x):
                return x * self.scale
        """
    assert lint(source, select="LL221") == [("LL221", 10)]
