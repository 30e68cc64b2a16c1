"""Weights and layers that are made wrongly: variables, initializers, instances, containers."""

from __future__ import annotations

import pytest

VARIABLE = """
import keras
import tensorflow as tf


class Scale(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
{init}

    def call(self, x):
        return x * self.gain

    def set_gain(self, value):
{other}
"""


def variable(init, other="pass"):
    indent = " " * 8
    return VARIABLE.format(init=indent + init, other=indent + other)


@pytest.mark.parametrize(
    "init",
    [
        "self.gain = tf.Variable(1.0)",
        "self.gain = tf.Variable([1.0, 2.0], name='gain')",
        "self.gain = [tf.Variable(1.0), 2.0]",
        "self.gain = {'a': tf.Variable(tf.ones((2,)))}",
        "gain = tf.Variable(tf.ones((2,))); self.gain = gain",
    ],
)
def test_a_trainable_variable_is_reported(lint, init):
    assert lint(variable(init), select="LL201") == [("LL201", 9)]


@pytest.mark.parametrize(
    "made",
    [
        "tf.Variable(1.0, trainable=False)",
        "tf.Variable(0, dtype=tf.int64)",
        "tf.Variable(0)",
        "tf.Variable(False)",
    ],
)
def test_state_is_reported_where_something_writes_it(lint, made):
    source = f"self.gain = {made}"
    assert lint(variable(source, "self.gain.assign(value)"), select="LL201") == [("LL201", 9)]
    assert lint(variable(source), select="LL201") == []


def test_a_drawn_constant_is_reported(lint):
    made = "self.gain = tf.Variable(tf.random.normal((3,)), trainable=False)"
    assert lint(variable(made), select="LL201") == [("LL201", 9)]


def test_a_layer_that_tracks_its_variables_itself_is_left_alone(lint):
    source = variable("self.gain = tf.Variable(1.0)", "self._track_variable(self.gain)")
    assert lint(source, select="LL201") == []


@pytest.mark.parametrize("base", ["tf.Module", "object", "keras.callbacks.Callback"])
def test_what_is_no_layer_may_hold_variables(lint, base):
    source = variable("self.gain = tf.Variable(1.0)").replace("keras.layers.Layer", base)
    assert lint(source, select="LL201") == []


def test_keras_2_tracks_variables(lint):
    source = variable("self.gain = tf.Variable(1.0)").replace("import keras", "import tf_keras")
    source = source.replace("keras.layers", "tf_keras.layers")
    assert lint(source, select="LL201") == []


INITIALIZER = """
import keras

SHARED = keras.initializers.HeNormal()


class Pair(keras.layers.Layer):
    def __init__(self, init={default}, **kwargs):
        super().__init__(**kwargs)
        self.init = {held}

    def build(self, input_shape):
        local = keras.initializers.RandomNormal(stddev=0.1)
        shape = (input_shape[-1], 3)
{body}
"""


def initializer(body, default="'glorot_uniform'", held="keras.initializers.get(init)"):
    text = "\n".join(" " * 8 + line for line in body.splitlines())
    return INITIALIZER.format(default=default, held=held, body=text)


def pair(expression):
    return f"self.a = self.add_weight(shape=shape, initializer={expression})\n" + (
        f"self.b = self.add_weight(shape=shape, initializer={expression})"
    )


@pytest.mark.parametrize("expression", ["self.init", "local", "SHARED"])
def test_an_initializer_object_for_two_weights_is_reported(lint, expression):
    assert lint(initializer(pair(expression)), select="LL209") == [("LL209", 16)]


@pytest.mark.parametrize(
    ("default", "held"),
    [
        ("keras.initializers.HeNormal()", "init"),
        ("keras.initializers.HeNormal(seed=1)", "init"),
        ("None", "keras.initializers.TruncatedNormal(stddev=0.02)"),
        ("None", "keras.initializers.get('he_normal')"),
    ],
)
def test_it_is_reported_however_the_object_came_about(lint, default, held):
    source = initializer(pair("self.init"), default, held)
    assert lint(source, select="LL209") == [("LL209", 16)]


def test_an_initializer_object_for_two_layers_is_reported(lint):
    body = "self.a = keras.layers.Dense(3, kernel_initializer=local)\n" + (
        "self.b = keras.layers.Conv1D(3, 2, kernel_initializer=local)"
    )
    assert lint(initializer(body), select="LL209") == [("LL209", 16)]


def test_an_initializer_object_in_a_loop_is_reported(lint):
    body = "self.all = [keras.layers.Dense(3, kernel_initializer=self.init) for _ in range(4)]"
    assert lint(initializer(body), select="LL209") == [("LL209", 15)]


@pytest.mark.parametrize(
    ("default", "held"),
    [
        ("'glorot_uniform'", "init"),  # a string makes a new object for each weight
        ("'zeros'", "keras.initializers.get(init)"),
        ("None", "keras.initializers.get(init)"),
        ("None", "keras.initializers.Constant(0.1)"),
        ("None", "make_initializer()"),
    ],
)
def test_what_may_be_no_random_object_is_left_alone(lint, default, held):
    assert lint(initializer(pair("self.init"), default, held), select="LL209") == []


@pytest.mark.parametrize(
    "body",
    [
        "if input_shape:\n    self.a = self.add_weight(shape=shape, initializer=local)\n"
        "else:\n    self.a = self.add_weight(shape=(3,), initializer=local)",
        "if input_shape:\n    self.a = self.add_weight(shape=shape, initializer=local)\n"
        "    return\nself.a = self.add_weight(shape=(3,), initializer=local)",
        "self.a = self.add_weight(shape=shape, initializer=local)\n"
        "self.b = self.add_weight(shape=shape, initializer='zeros')",
        "for i in range(3):\n    each = keras.initializers.HeNormal()\n"
        "    self.add_weight(shape=shape, initializer=each)",
        "self.a = keras.layers.MultiHeadAttention(2, 2, kernel_initializer=local)\n"
        "self.b = keras.layers.MultiHeadAttention(2, 2, kernel_initializer=local)",
    ],
)
def test_an_object_that_no_two_weights_share_is_left_alone(lint, body):
    assert lint(initializer(body), select="LL209") == []


def test_initializers_of_tensorflow_draw_anew(lint):
    body = "import tensorflow as tf\ninit = tf.random_normal_initializer()\n" + pair("init")
    assert lint(initializer(body), select="LL209") == []
