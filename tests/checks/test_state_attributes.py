"""Attributes that Keras owns, and weights without a name."""

from __future__ import annotations

import pytest

ASSIGNED = """
import {package}


class Block({base}):
    def __init__(self, value=None, {argument}**kwargs):
        super().__init__({passed}**kwargs)
        {statement}

    def call(self, x):
        return x
"""


def assigned(statement, base="layers.Layer", package="keras", passed=""):
    prefix = {"tensorflow as tf": "tf.keras"}.get(package, package)
    argument = passed.split("=")[0] + ", " if passed and "inputs=" not in passed else ""
    return ASSIGNED.format(
        package=package,
        base=f"{prefix}.{base}",
        statement=statement,
        passed=passed,
        argument=argument,
    )


@pytest.mark.parametrize(
    "name",
    [
        "weights",
        "losses",
        "metrics",
        "variables",
        "input",
        "output",
        "dtype",
        "compute_dtype",
        "trainable_weights",
        "non_trainable_variables",
    ],
)
@pytest.mark.parametrize("package", ["keras", "tf_keras", "tensorflow as tf"])
def test_what_no_keras_lets_be_set_is_reported(lint, name, package):
    source = assigned(f"self.{name} = value", package=package)
    assert lint(source, select="LL212") == [("LL212", 8)]


@pytest.mark.parametrize(
    "name", ["name", "updates", "input_shape", "output_shape", "submodules", "name_scope"]
)
def test_what_only_keras_2_refuses_is_reported_there(diagnose, name):
    source = assigned(f"self.{name} = value", package="tensorflow as tf")
    assert [found.generations for found in diagnose(source, "LL212")] == [(2,)]
    assert diagnose(assigned(f"self.{name} = value"), "LL212") == []


def test_what_only_keras_3_refuses_is_reported_there(lint):
    assert lint(assigned("self.path = value"), select="LL212") == [("LL212", 8)]
    assert lint(assigned("self.path = value", package="tf_keras"), select="LL212") == []


@pytest.mark.parametrize(
    "statement",
    [
        "self.losses += [value]",
        "self.kept = self.losses = []",
        "self.metrics, self.kept = [], []",
        "self.weights: list = []",
        "setattr(self, 'weights', value)",
    ],
)
def test_every_kind_of_assignment_is_reported(lint, statement):
    assert lint(assigned(statement), select="LL212") == [("LL212", 8)]


def test_layers_is_a_property_of_models_only(lint):
    assert lint(assigned("self.layers = []", base="Model"), select="LL212") == [("LL212", 8)]
    assert lint(assigned("self.layers = []"), select="LL212") == []


@pytest.mark.parametrize(
    ("base", "statement", "packages"),
    [
        ("layers.LSTM", "self.units = 4", ["keras", "tf_keras"]),
        ("layers.GRU", "self.activation = value", ["keras", "tf_keras"]),
        ("layers.Dense", "self.kernel = value", ["keras"]),
        ("layers.Conv2D", "self.kernel = value", ["keras"]),
        ("layers.Embedding", "self.embeddings = value", ["keras"]),
        ("layers.MultiHeadAttention", "self.num_heads = 4", ["keras"]),
    ],
)
def test_properties_of_built_in_layers_are_reported_where_they_are_ones(
    lint, base, statement, packages
):
    for package in ("keras", "tf_keras"):
        source = assigned(statement, base, package)
        expected = [("LL212", 8)] if package in packages else []
        assert lint(source, select="LL212") == expected


def test_a_functional_model_of_keras_3_has_inputs(lint):
    source = assigned("self.inputs = value", "Model", passed="inputs=value, outputs=value, ")
    assert lint(source, select="LL212") == [("LL212", 8)]
    assert lint(assigned("self.inputs = value", "Model"), select="LL212") == []


@pytest.mark.parametrize(
    "statement",
    [
        "self.weights[0] = value",
        "self.inputs_ = value",
        "self.loss = value",
        "self.trainable = False",
        "self.supports_masking = True",
        "self.kept = self.losses",
        "value.losses = []",
        "if self.dtype is None: self.dtype = value",
    ],
)
def test_what_keras_lets_be_set_is_left_alone(lint, statement):
    assert lint(assigned(statement), select="LL212") == []


@pytest.mark.parametrize(
    "inside",
    [
        "metrics = None",
        "@property\n    def metrics(self):\n        return []\n\n    @metrics.setter\n"
        "    def metrics(self, value):\n        pass",
        "def __setattr__(self, name, value):\n        object.__setattr__(self, name, value)",
    ],
)
def test_a_class_may_give_the_name_another_meaning(lint, inside):
    source = assigned("self.metrics = []") + f"\n    {inside}\n"
    assert lint(source, select="LL212") == []
    below = source + "\n\nclass Below(Block):\n    def build(self, s):\n        self.metrics = 1\n"
    assert lint(below, select="LL212") == []


def test_an_assignment_that_may_fail_is_left_alone(lint):
    guarded = "try:\n            self.name = 'x'\n        except AttributeError:\n            pass"
    assert lint(assigned(guarded, package="tf_keras"), select="LL212") == []


def test_a_base_of_which_nothing_is_known_may_have_a_setter(lint):
    source = assigned("self.metrics = []").replace("import keras", "import keras, other")
    source = source.replace(
        "class Block(keras.layers.Layer)", "class Block(other.Mixin, keras.layers.Layer)"
    )
    assert lint(source, select="LL212") == []


def test_an_inherited_base_counts_as_a_layer(lint):
    source = (
        assigned("pass")
        + "\n\nclass Below(Block):\n    def build(self, s):\n        self.losses = []\n"
    )
    assert lint(source, select="LL212") == [("LL212", 16)]


LAYERS = """
import keras


class Stack(keras.{base}):
    def __init__(self):
        super().__init__()
        self._layers = [keras.layers.Dense(4) for _ in range(3)]

    def call(self, x):
        return x
"""


def test_the_list_of_sublayers_is_not_for_use_by_a_layer(lint):
    assert lint(LAYERS.format(base="layers.Layer"), select="LL212") == [("LL212", 8)]
    assert lint(LAYERS.format(base="Model"), select="LL212") == []


WEIGHTS = """
import tf_keras as keras
import tensorflow as tf


class Affine(keras.layers.Layer):
    def __init__(self, bias=True, **kwargs):
        super().__init__(**kwargs)
        {init}

    def build(self, input_shape):
        {build}

    def _make(self, **options):
        return self.add_weight(shape=(3,))

    def call(self, x):
        return x
"""


def weights(build, init="pass"):
    return WEIGHTS.format(build=build, init=init)


A, B = "self.a = self.add_weight(shape=(3,))", "self.b = self.add_weight(shape=(3,))"


@pytest.mark.parametrize(
    ("build", "rows"),
    [
        (f"{A}; {B}", [12, 12]),
        (f"{A}; self.b = self.add_weight(name=None, shape=(3,))", [12, 12]),
        ("self.a = tf.Variable(1.0); self.b = tf.Variable(2.0)", [12, 12]),
        ("self.a = self._make(); self.b = self._make()", [15]),
        ("self.all = [self.add_weight(shape=(3,)) for _ in range(3)]", [12]),
        (
            "self.all = []\n        for _ in range(3): self.all.append(self.add_weight(shape=()))",
            [13],
        ),
    ],
)
def test_weights_that_get_the_same_name_are_reported(lint, build, rows):
    assert [row for _, row in lint(weights(build), select="LL214")] == rows


@pytest.mark.parametrize(
    ("build", "init"),
    [
        (A, "pass"),
        (A, B),
        (f"{A}; self.b = self.add_weight('b', shape=(3,))", "pass"),
        (f"{A}; self.b = self.add_weight(name='b', shape=(3,))", "pass"),
        (f"{A}; self.b = self.add_weight(**self.options)", "pass"),
        (f"if self.built: {A}\n        else: {B}", "pass"),
        (f"if self.built: {A}\n        else: {A}", "pass"),
        (f"with tf.name_scope('x'): {A}\n        with tf.name_scope('y'): {B}", "pass"),
    ],
)
def test_names_that_differ_are_left_alone(lint, build, init):
    assert lint(weights(build, init), select="LL214") == []


def test_keras_3_numbers_unnamed_weights(lint):
    source = weights(f"{A}; {B}").replace("import tf_keras as keras", "import keras")
    assert lint(source, select="LL214") == []
