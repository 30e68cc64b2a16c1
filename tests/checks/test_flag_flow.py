"""Where the training flag gets lost, replaced or mistaken on its way (LL114 to LL120, LL123)."""

from __future__ import annotations

import pytest

LAYER = """
import functools
import tensorflow as tf
from tensorflow import keras


class Noise(keras.layers.{base}):
    def __init__(self, rate=0.5, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.drop = keras.layers.Dropout(rate)
        self.dense = keras.layers.Dense(4)

    def build(self, shape):
        self.seen = self.add_weight(name="seen", shape=(), trainable=False)

    def call(self, inputs, training=None, mask=None):
{body}
"""


def layer(body, base="Layer"):
    lines = body.strip("\n").split("\n")
    return LAYER.format(base=base, body="\n".join(f"        {line}" for line in lines))


NOISE = "inputs + tf.random.normal(tf.shape(inputs))"


# LL114


@pytest.mark.parametrize(
    "body",
    [
        "return tf.cond(training, lambda: inputs * 2, lambda: inputs)",
        "return tf.where(training, inputs * 2, inputs)",
        "return inputs * tf.cast(training, inputs.dtype)",
        "return inputs * tf.case([(training, lambda: 2.0)], default=lambda: 1.0)",
        "return keras.ops.cond(training, lambda: inputs * 2, lambda: inputs)",
    ],
)
def test_a_tensor_operation_on_the_flag_is_reported(lint, body):
    assert lint(layer(body), select="LL114") == [("LL114", 18)]


@pytest.mark.parametrize(
    "body",
    [
        "if training is None:\n    training = False\nreturn tf.where(training, inputs, 0.0)",
        "if training is not None:\n    inputs = tf.where(training, inputs, 0.0)\nreturn inputs",
        "return tf.where(bool(training), inputs, 0.0)",
        "return tf.cond(self.rate > 0, lambda: inputs, lambda: inputs)",
        "return inputs if training else inputs * 2",
    ],
)
def test_a_flag_that_cannot_be_none_there_is_silent(lint, body):
    assert lint(layer(body), select="LL114") == []


def test_a_flag_that_is_false_by_default_may_become_a_tensor(lint):
    source = layer("return tf.where(training, inputs, 0.0)").replace(
        "training=None", "training=False"
    )
    assert lint(source, select="LL114") == []


def test_a_conditional_refuses_a_flag_that_is_false_by_default(lint):
    source = layer("return tf.cond(training, lambda: inputs, lambda: inputs)")
    source = source.replace("training=None", "training=False")
    assert lint(source, select="LL114") == [("LL114", 18)]


# LL115


@pytest.mark.parametrize(
    "body",
    [
        f"if self.trainable:\n    inputs = {NOISE}\nreturn inputs",
        f"return {NOISE} if self.trainable else inputs",
        "if self.trainable and self.rate:\n    self.seen.assign_add(self.rate)\nreturn inputs",
    ],
)
def test_trainable_in_the_place_of_the_flag_is_reported(lint, body):
    assert [code for code, _ in lint(layer(body), select="LL115")] == ["LL115"]


def test_trainable_as_the_mode_of_a_sublayer_is_reported(lint):
    body = "return self.drop(inputs, training=self.trainable)"
    assert lint(layer(body), select="LL115") == [("LL115", 18)]


@pytest.mark.parametrize(
    "body",
    [
        f"if training and self.trainable:\n    inputs = {NOISE}\nreturn inputs",
        "return self.drop(inputs, training=training and self.trainable)",
        "return self.dense(inputs) if self.trainable else inputs",
        "if not self.trainable:\n    inputs = tf.stop_gradient(inputs)\nreturn inputs",
    ],
)
def test_trainable_beside_the_flag_or_about_weights_is_silent(lint, body):
    assert lint(layer(body), select="LL115") == []


# LL116


@pytest.mark.parametrize(
    "body",
    [
        f"training = self.rate > 0\nif training:\n    inputs = {NOISE}\nreturn inputs",
        f"on = training\non = self.rate > 0\nif on:\n    inputs = {NOISE}\nreturn inputs",
        "training = self.rate > 0\nreturn self.drop(inputs, training=training)",
    ],
)
def test_a_replaced_flag_is_reported(lint, body):
    assert [code for code, _ in lint(layer(body), select="LL116")] == ["LL116"]


@pytest.mark.parametrize(
    "body",
    [
        f"training = training and self.rate > 0\nif training:\n    inputs = {NOISE}\nreturn inputs",
        "if training is None:\n    training = self.rate > 0\n"
        "return self.drop(inputs, training=training)",
        "training = self._resolve(training)\nreturn self.drop(inputs, training=training)",
        "if self.rate == 1:\n    training = True\nreturn self.drop(inputs, training=training)",
        "training = False\nreturn self.drop(inputs, training=training)",
        "training = self.rate > 0\nreturn self.dense(inputs)",
        f"active = self.rate > 0\nif active:\n    inputs = {NOISE}\nreturn inputs",
    ],
)
def test_a_flag_that_is_settled_or_joined_is_silent(lint, body):
    assert lint(layer(body), select="LL116") == []


# LL117

HELPER = """
    def helper(self, inputs, training={default}):
        {body}
"""
ASKS = "return inputs * 2 if training else inputs"


def helped(call, body=ASKS, default="None"):
    return layer(f"return {call}") + HELPER.format(default=default, body=body)


def test_a_helper_that_asks_and_is_not_told_is_reported(lint):
    assert lint(helped("self.helper(inputs)"), select="LL117") == [("LL117", 18)]


@pytest.mark.parametrize(
    "call",
    [
        "self.helper(inputs, training)",
        "self.helper(inputs, training=training)",
        "self.helper(inputs, **options)",
        "self.helper(inputs, training=True) if training else self.helper(inputs)",
    ],
)
def test_a_helper_that_is_told_is_silent(lint, call):
    assert lint(helped(call), select="LL117") == []


@pytest.mark.parametrize(
    "body", ["return inputs", "return self.dense(inputs)", "return self.drop(inputs)"]
)
def test_a_helper_that_never_asks_is_silent(lint, body):
    assert lint(helped("self.helper(inputs)", body), select="LL117") == []


def test_a_helper_that_hands_the_flag_on_loses_it_on_keras_3_alone(lint):
    source = helped("self.helper(inputs)", "return self.drop(inputs, training=training)")
    assert lint(source, select="LL117") == [("LL117", 18)]
    source = source.replace("from tensorflow import keras", "import tf_keras as keras")
    assert lint(source, select="LL117") == []


def test_a_helper_that_trains_by_default_is_another_matter(lint):
    assert lint(helped("self.helper(inputs)", default="True"), select="LL117") == []


# LL118


@pytest.mark.parametrize("value", ["training", "True", "False"])
def test_a_truth_value_by_position_is_reported(lint, value):
    source = layer(f"return self.drop(inputs, {value})")
    assert lint(source, select="LL118") == [("LL118", 18)]


@pytest.mark.parametrize(
    "body",
    [
        "return self.drop(inputs, training=training)",
        "return self.dense(inputs, mask)",
        "return self.other(inputs, training)",
        "return self.helper(inputs, training)",
    ],
)
def test_tensors_and_arguments_of_other_functions_are_silent(lint, body):
    source = layer(body) + HELPER.format(default="None", body=ASKS)
    assert lint(source, select="LL118") == []


def test_keras_2_takes_values_by_position(lint):
    source = layer("return self.drop(inputs, training)")
    source = source.replace("from tensorflow import keras", "import tf_keras as keras")
    assert lint(source, select="LL118") == []


# LL119


@pytest.mark.parametrize("base", ["Dropout", "BatchNormalization", "RandomFlip", "GaussianNoise"])
def test_a_super_call_without_the_flag_is_reported(lint, base):
    source = layer("return super().call(inputs)", base)
    assert lint(source, select="LL119") == [("LL119", 18)] + [("LL119", 18)] * (
        base == "BatchNormalization"  # its mask is dropped as well
    )


def test_a_super_call_without_the_mask_is_reported(lint):
    source = layer("return super().call(inputs)", "GlobalAveragePooling1D")
    assert lint(source, select="LL119") == [("LL119", 18)]


@pytest.mark.parametrize(
    ("base", "body"),
    [
        ("Dense", "return super().call(inputs)"),
        ("LayerNormalization", "return super().call(inputs)"),
        ("Dropout", "return super().call(inputs, training=training)"),
        ("Dropout", "return super().call(inputs, training)"),
        ("Dropout", "return super().call(inputs, training=False)"),
        ("Dropout", "return super().call(inputs) if not training else inputs * 2"),
        ("Dropout", "return self.drop(inputs)"),
    ],
)
def test_a_super_call_that_loses_nothing_is_silent(lint, base, body):
    assert lint(layer(body, base), select="LL119") == []


def test_noise_finds_the_mode_by_itself_on_keras_2(lint):
    source = layer("return super().call(inputs)", "GaussianNoise")
    source = source.replace("from tensorflow import keras", "import tf_keras as keras")
    assert lint(source, select="LL119") == []


BASE = """
from tensorflow import keras
import tensorflow as tf


class Base(keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.drop = keras.layers.Dropout(0.5)

    def call(self, inputs, training=None):
        {body}


class Derived(Base):
    def call(self, inputs, training=None):
        return super().call(inputs)
"""


def test_a_base_of_the_project_that_asks_is_reported(lint):
    body = f"return {NOISE} if training else inputs"
    assert lint(BASE.format(body=body), select="LL119") == [("LL119", 17)]


def test_a_base_of_the_project_that_leaves_it_to_the_context_is_silent(lint):
    assert lint(BASE.format(body="return self.drop(inputs)"), select="LL119") == []


# LL120


def test_an_update_that_a_frozen_layer_makes_is_reported_where_it_is_asked_for(lint):
    source = layer("if training:\n    self.seen.assign(tf.reduce_mean(inputs))\nreturn inputs")
    assert lint(source, select="LL120") == [("LL120", 19)]
    assert "LL120" not in [code for code, _ in lint(source)]


def test_an_update_that_stops_with_the_training_of_the_layer_is_silent(lint):
    body = "if training and self.trainable:\n    self.seen.assign(self.rate)\nreturn inputs"
    assert lint(layer(body), select="LL120") == []


# LL123

DECORATED = """
import functools
from tensorflow import keras


def logged(function):
    {decorator}
    def wrapper({parameters}):
        return function(self, *args, **kwargs)

    return wrapper


class Noise(keras.layers.Layer):
    @logged
    def call(self, inputs, training=None):
        return inputs * 2 if training else inputs
"""


def decorated(decorator="# plain", parameters="self, *args, **kwargs"):
    return DECORATED.format(decorator=decorator, parameters=parameters)


def test_a_wrapper_that_hides_the_flag_is_reported(lint):
    assert lint(decorated(), select="LL123") == [("LL123", 15)]


@pytest.mark.parametrize(
    "parameters", ["self, inputs, training=None", "self, *args, training=None"]
)
def test_a_wrapper_with_the_flag_is_silent(lint, parameters):
    assert lint(decorated(parameters=parameters), select="LL123") == []


def test_a_wrapper_that_shows_what_it_wraps_is_silent(lint):
    assert lint(decorated("@functools.wraps(function)"), select="LL123") == []


def test_a_call_without_the_flag_has_nothing_to_hide(lint):
    source = (
        decorated()
        .replace("inputs, training=None", "inputs")
        .replace(" if training else inputs", "")
    )
    assert lint(source, select="LL123") == []
