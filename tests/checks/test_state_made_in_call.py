"""Weights and layers made in `call`, state that is trained, arguments that no weight gets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def fix_text(run: Any, tmp_path: Path) -> Any:
    """Runs the fix of a rule on a module and returns the text then."""

    def fixed(source: str, code: str) -> str:
        path = tmp_path / "layer.py"
        path.write_text(source, encoding="utf-8")
        flags = ("--isolated", "--fix", "--unsafe-fixes", "--select", code)
        finished = run("check", *flags, "layer.py")
        assert finished.returncode in (0, 1), finished.stderr
        return path.read_text(encoding="utf-8")

    return fixed


MAKES = """
import tensorflow as tf
from {package} import keras


class Scale(keras.layers.Layer):
    def __init__(self, units=3, use_bias=True, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.use_bias = use_bias
        self.made = None
        self.parts = []

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(3,))
        self.dense = keras.layers.Dense(3)

    def call(self, x, training=None):
{body}
        return x

    def helper(self, x):
        return x * self.add_weight(shape=(3,))

    def branch(self, x):
        return keras.layers.Dense(3)(x)
"""


def makes(body, package="tensorflow", base="keras.layers.Layer"):
    text = "\n".join(" " * 8 + line for line in body.splitlines())
    source = MAKES.format(package=package, body=text)
    return source.replace("keras.layers.Layer", base)


@pytest.mark.parametrize("base", ["keras.layers.Layer", "keras.Model"])
@pytest.mark.parametrize(
    "body",
    [
        "x = x * self.add_weight(name='s', shape=(3,))",
        "x = x * super().add_weight(name='s', shape=(3,))",
        "add = self.add_weight; x = x * add(shape=(3,))",
        "x = x * tf.Variable(1.0)",
        "self.w = tf.Variable(tf.ones((3,)))",
        "x = x * tf.compat.v1.get_variable('w', (3,))",
        "x = x * keras.Variable(1.0)",
        "x = x * (self.add_weight(shape=()) if self.use_bias else 1.0)",
    ],
)
def test_a_weight_made_in_call_is_reported(lint, body, base):
    assert lint(makes(body, base=base), select="LL203") == [("LL203", 19)]


def test_a_weight_made_in_a_helper_is_reported_where_it_is_made(lint):
    assert lint(makes("x = self.helper(x)"), select="LL203") == [("LL203", 23)]


@pytest.mark.parametrize(
    "body",
    [
        "if self.made is None:\n    self.made = self.add_weight(shape=(3,))",
        "if not hasattr(self, 'late'):\n    self.late = self.add_weight(shape=(3,))",
        "if not self.parts:\n    self.parts.append(self.add_weight(shape=(3,)))",
        "try:\n    x = x * self.late\nexcept AttributeError:\n"
        "    self.late = self.add_weight(shape=(3,))",
    ],
)
def test_a_weight_made_once_is_reported_for_keras_3(diagnose, body):
    [found] = diagnose(makes(body), select="LL203")
    assert found.generations == (3,)
    legacy = makes(body).replace("from tensorflow import keras", "import tf_keras as keras")
    assert diagnose(legacy, select="LL203") == []


def test_a_variable_made_once_breaks_layers_and_not_models(lint):
    body = "if self.made is None:\n    self.made = tf.Variable(1.0)"
    assert lint(makes(body), select="LL203") == [("LL203", 20)]
    assert lint(makes(body, base="keras.Model"), select="LL203") == []


@pytest.mark.parametrize(
    "body",
    [
        "if not self.built:\n    self.late = self.add_weight(shape=(3,))",
        "if not self.built:\n    self.build(x.shape)",
        "x = x * self.kernel",
        "with tf.init_scope():\n    x = x * tf.Variable(1.0)",
        "x = tf.constant(1.0) * x",
    ],
)
def test_what_is_made_before_call_is_left_alone(lint, body):
    assert lint(makes(body), select="LL203") == []


@pytest.mark.parametrize("base", ["keras.layers.Layer", "keras.Model"])
@pytest.mark.parametrize(
    "body",
    [
        "x = keras.layers.Dense(self.units)(x)",
        "x = tf.keras.layers.BatchNormalization()(x, training=training)",
        "dense = keras.layers.Dense(3); x = dense(x)",
        "self.made = keras.layers.Dense(3); x = self.made(x)",
        "x = keras.Sequential([keras.layers.Dense(3)])(x)",
        "x = keras.layers.TimeDistributed(keras.layers.Dense(3))(x)",
        "x = keras.layers.Bidirectional(self.dense)(x)",
        "x = [keras.layers.Dense(3)(x) for _ in range(2)][0]",
        "x = keras.layers.Concatenate()([keras.layers.Dense(3)(x), x])",
        "x = Scale()(x)",
    ],
)
def test_a_layer_with_weights_made_in_call_is_reported(lint, body, base):
    assert lint(makes(body, base=base), select="LL204") == [("LL204", 19)]


def test_a_layer_made_in_a_helper_is_reported_where_it_is_made(lint):
    assert lint(makes("x = self.branch(x)"), select="LL204") == [("LL204", 26)]


@pytest.mark.parametrize(
    "body",
    [
        "x = keras.layers.Dropout(0.5)(x, training=training)",
        "x = keras.layers.GaussianNoise(0.1)(x)",
        "if self.made is None:\n    self.made = keras.layers.Dense(3)",
        "if not self.parts:\n    self.parts.append(keras.layers.Dense(3))",
        "self.late = keras.layers.Activation('relu'); x = self.late(x)",
    ],
)
def test_what_only_keras_3_refuses_is_reported_for_it(diagnose, body):
    [found] = diagnose(makes(body), select="LL204")
    assert found.generations == (3,)


@pytest.mark.parametrize(
    "body",
    [
        "x = keras.layers.Activation('relu')(x)",
        "x = keras.layers.Concatenate()([x, x])",
        "x = keras.layers.Dropout(0.0)(x)",
        "x = keras.layers.TimeDistributed(self.dense)(x)",
        "x = self.dense(x)",
        "if not self.built:\n    self.made = keras.layers.Dense(3)",
        "x = keras.layers.Flatten()(x)",
    ],
)
def test_layers_without_state_may_be_made_anywhere(lint, body):
    assert lint(makes(body), select="LL204") == []


def test_a_rate_that_is_0_by_default_makes_no_generator(lint):
    source = makes("x = keras.layers.Dropout(self.units)(x)")
    assert lint(source, select="LL204") == [("LL204", 19)]
    assert lint(source.replace("units=3", "units=0.0"), select="LL204") == []


def test_the_fix_makes_the_layer_in_the_constructor(fix_text):
    text = fix_text(makes("x = keras.layers.Dense(self.units)(x)"), "LL204")
    assert "        self.dense_2 = keras.layers.Dense(self.units)\n" in text
    assert "        x = self.dense_2(x)\n" in text


def test_several_layers_of_one_kind_get_names_of_their_own(fix_text):
    body = "x = keras.layers.LayerNormalization()(x)\nx = keras.layers.LayerNormalization()(x)"
    text = fix_text(makes(body), "LL204")
    assert "        x = self.layer_normalization(x)\n" in text
    assert "        x = self.layer_normalization_2(x)\n" in text


@pytest.mark.parametrize(
    "body",
    [
        "x = keras.layers.Dense(x.shape[-1])(x)",
        "for _ in range(2):\n    x = keras.layers.Dense(3)(x)",
        "x = keras.layers.Dense(self.kernel.shape[0])(x)",
        "self.made = keras.layers.Dense(3); x = self.made(x)",
    ],
)
def test_a_construction_that_means_something_else_there_is_not_moved(diagnose, body):
    [found] = diagnose(makes(body), select="LL204")
    assert found.fix is None


STATE = """
import tensorflow as tf
from tensorflow import keras


class Center(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__({init})

    def build(self, input_shape):
        self.mean = {made}
        self.kernel = self.add_weight(shape=(3,))

    def call(self, x, training=None):
        if training:
{body}
        return (x - self.mean) * self.kernel
"""
MADE = "self.add_weight(name='mean', shape=(3,), initializer='zeros')"


def state(body, made=MADE, init="**kwargs"):
    text = "\n".join(" " * 12 + line for line in body.splitlines())
    return STATE.format(body=text, made=made, init=init)


@pytest.mark.parametrize(
    "body",
    [
        "self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x, axis=0))",
        "self.mean.assign_add(tf.reduce_mean(x, axis=0))",
        "self.mean.assign_sub(0.1 * (self.mean - tf.reduce_mean(x, axis=0)))",
        "keras.backend.moving_average_update(self.mean, tf.reduce_mean(x, axis=0), 0.9)",
        "mean = self.mean; mean.assign(tf.reduce_mean(x, axis=0))",
        "self.add_update(keras.backend.update(self.mean, tf.reduce_mean(x, axis=0)))",
        "self.mean.assign_add(1.0)",
    ],
)
def test_trainable_state_is_reported_where_it_is_created(lint, body):
    assert lint(state(body), select="LL202") == [("LL202", 11)]


@pytest.mark.parametrize(
    "made",
    [
        "self.add_weight(name='mean', shape=(3,), trainable=True)",
        "tf.Variable(tf.zeros((3,)))",
        "self.add_weight('mean', (3,), None, 'zeros', None, True)",
    ],
)
def test_trainable_state_however_it_is_created_is_reported(lint, made):
    body = "self.mean.assign(tf.reduce_mean(x, axis=0))"
    assert lint(state(body, made), select="LL202") == [("LL202", 11)]


def test_a_counter_that_nothing_computes_with_has_no_gradient(diagnose):
    source = state("self.mean.assign_add(1.0)").replace("(x - self.mean)", "x")
    [found] = diagnose(source, select="LL202")
    assert "no gradient" in found.message


@pytest.mark.parametrize(
    ("body", "made"),
    [
        ("self.mean.assign(tf.reduce_mean(x, axis=0))", MADE[:-1] + ", trainable=False)"),
        ("self.mean.assign(tf.reduce_mean(x, axis=0))", MADE[:-1] + ", trainable=self.learn)"),
        ("self.mean.assign(tf.clip_by_value(self.mean, 0.0, 1.0))", MADE),
        ("self.mean.assign(tf.math.l2_normalize(self.mean))", MADE),
        ("pass", MADE),
        (
            "if not self.ready:\n    self.mean.assign(tf.reduce_mean(x, axis=0))\n"
            "    self.ready.assign(True)",
            MADE,
        ),
    ],
)
def test_weights_that_are_trained_and_frozen_state_are_left_alone(lint, body, made):
    assert lint(state(body, made), select="LL202") == []


def test_a_layer_of_which_nothing_is_trained_is_left_alone(lint):
    source = state("self.mean.assign(tf.reduce_mean(x, axis=0))", init="trainable=False")
    assert lint(source, select="LL202") == []


def test_state_that_call_restores_is_left_alone(lint):
    body = (
        "saved = tf.identity(self.mean)\nself.mean.assign(tf.reduce_mean(x, axis=0))\n"
        "x = x - self.mean\nself.mean.assign(saved)"
    )
    source = state(body).replace("        if training:\n", "        if True:\n")
    assert lint(source, select="LL202") == []


def test_the_fix_replaces_an_argument_that_is_given(fix_text):
    source = state("self.mean.assign_add(x[0])", "self.add_weight(shape=(3,), trainable=True)")
    assert "self.add_weight(shape=(3,), trainable=False)" in fix_text(source, "LL202")


STORED = """
from tensorflow import keras


class Projection(keras.layers.Layer):
    def __init__(self, units=2, {name}=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.{name} = {value}
{more}

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(2, 2){given})

    def call(self, x):
        return x @ self.kernel

    def get_config(self):
        return {{**super().get_config(), "units": self.units, "{name}": self.{name}}}
"""


def stored(name="kernel_regularizer", value=None, given="", more=""):
    value = value or name
    return STORED.format(name=name, value=value, given=given, more=more)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kernel_regularizer", "kernel_regularizer"),
        ("kernel_regularizer", "keras.regularizers.get(kernel_regularizer)"),
        ("kernel_constraint", "keras.constraints.get(kernel_constraint)"),
        ("kernel_initializer", "keras.initializers.get(kernel_initializer)"),
        ("regularizer", "keras.regularizers.get(regularizer)"),
    ],
)
def test_an_argument_that_only_the_configuration_reads_is_reported(lint, name, value):
    assert lint(stored(name, value), select="LL222") == [("LL222", 9)]


@pytest.mark.parametrize(
    ("name", "given", "more"),
    [
        ("kernel_regularizer", ", regularizer=self.kernel_regularizer", ""),
        (
            "kernel_regularizer",
            "",
            "        self.dense = keras.layers.Dense(2, kernel_regularizer)",
        ),
        ("kernel_regularizer", "", "        self.options = {'r': self.kernel_regularizer}"),
        ("activity_regularizer", "", ""),
    ],
)
def test_an_argument_that_something_gets_is_left_alone(lint, name, given, more):
    assert lint(stored(name, given=given, more=more), select="LL222") == []


def test_an_argument_that_a_subclass_or_other_code_reads_is_left_alone(lint):
    child = (
        "\n\nclass Child(Projection):\n    def build(self, input_shape):\n"
        "        self.w = self.add_weight(regularizer=self.kernel_regularizer)\n"
    )
    other = "\n\ndef report(layer):\n    return layer.kernel_regularizer\n"
    assert lint(stored() + child, select="LL222") == []
    assert lint(stored() + other, select="LL222") == []


def test_a_base_of_keras_reads_what_it_knows(lint):
    source = stored().replace("keras.layers.Layer", "keras.layers.Dense")
    assert lint(source, select="LL222") == []


def test_the_fix_passes_the_argument_on(fix_text):
    text = fix_text(stored("kernel_constraint"), "LL222")
    assert 'name="kernel", shape=(2, 2), constraint=self.kernel_constraint)' in text


def test_the_vector_of_a_power_iteration_is_state(lint):
    body = "self.u.assign(tf.math.l2_normalize(self.u * self.kernel))"
    source = state(body).replace("self.mean", "self.u")
    assert lint(source, select="LL202") == [("LL202", 11)]
    assert lint(source.replace("'zeros')", "'zeros', trainable=False)"), select="LL202") == []
