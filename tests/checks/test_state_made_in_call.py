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


def test_a_counter_that_nothing_computes_with_has_no_gradient(diagnose):
    source = state("self.mean.assign_add(1.0)").replace("(x - self.mean)", "x")
    [found] = diagnose(source, select="LL202")
    assert "no gradient" in found.message


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


def test_the_fix_passes_the_argument_on(fix_text):
    text = fix_text(stored("kernel_constraint"), "LL222")
    assert 'name="kernel", shape=(2, 2), constraint=self.kernel_constraint)' in text
