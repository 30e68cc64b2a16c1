"""State that is reached on a detour: makers, callbacks, modules, unpacked results, given layers."""

from __future__ import annotations

import pytest

MAKERS = """
from functools import partial

from tensorflow import keras


class Unit(keras.layers.Layer):
    def __init__(self, filters=4, kind=None, **kwargs):
        super().__init__(**kwargs)
        self.filters = filters
        self.conv = {maker}
        {more}

    def call(self, x):
        return {used}
"""
ONE_USE = "self.conv(self.filters)(x)"


def made(maker, used=ONE_USE, more="pass"):
    return MAKERS.format(maker=maker, used=used, more=more)


@pytest.mark.parametrize(
    ("maker", "used"),
    [
        ("partial(keras.layers.Conv2D, kernel_size=3)", ONE_USE),
        ("keras.layers.Dense", ONE_USE),
        ("lambda x, n: keras.layers.Dense(n)(x)", "self.conv(x, self.filters)"),
    ],
)
def test_what_makes_a_layer_each_time_that_call_runs_it_is_reported(lint, maker, used):
    assert lint(made(maker, used), select="LL204") == [("LL204", 15)]


@pytest.mark.parametrize(
    ("maker", "used", "more"),
    [
        ("keras.layers.Flatten", "self.conv()(x)", "pass"),
        ("partial(keras.layers.MaxPooling2D, 2)", "self.conv()(x)", "pass"),
        ("partial(keras.activations.relu, max_value=6.0)", "self.conv(x)", "pass"),
        ("keras.layers.Dense(4)", "self.conv(x)", "pass"),
        ("kind", ONE_USE, "pass"),
        ("keras.layers.Dense", "self.first(x)", "self.first = self.conv(filters)"),
        ("keras.layers.Dense", "self.conv(x)", "self.conv = self.conv(filters)"),
    ],
)
def test_makers_of_other_things_and_makers_used_before_are_left_alone(lint, maker, used, more):
    assert lint(made(maker, used, more), select="LL204") == []


METRIC = """
from tensorflow import keras


class Watch(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.seen = keras.metrics.Mean()

    def call(self, x):
        {body}
        return x
"""


def test_a_metric_made_in_call_is_reported(lint):
    source = METRIC.format(body="keras.metrics.Mean().update_state(x)")
    assert lint(source, select="LL2") == [("LL203", 11)]
    assert lint(METRIC.format(body="self.seen.update_state(x)"), select="LL2") == []
    function = METRIC.format(body="self.add_loss(keras.metrics.mean_squared_error(x, x))")
    assert lint(function, select="LL2") == []


CALLBACK = """
import tensorflow as tf
from tensorflow import keras


class Reverse(keras.layers.Layer):
    def __init__(self, start=0.0, **kwargs):
        super().__init__(**kwargs)
        self.strength = {initial}
        self.epoch = 0
        self.weight = self.add_weight(name="weight", shape=(), trainable=False)

    def call(self, x):
        return x * self.strength * self.weight

    def restart(self):
        {other}


class Ramp(keras.callbacks.Callback):
    def __init__(self, layer):
        super().__init__()
        self.layer = layer
        self.strength = 0.0

    def {when}(self, epoch, logs=None):
        {change}
"""
CHANGE = "self.layer.strength = epoch / 10"


def callback(change=CHANGE, when="on_epoch_begin", initial="start", other="pass"):
    return CALLBACK.format(change=change, when=when, initial=initial, other=other)


@pytest.mark.parametrize(
    "change",
    [
        CHANGE,
        "self.layer.strength *= 0.9",
        "self.model.get_layer('reverse').strength = min(1.0, epoch / 5)",
        "for layer in self.model.layers:\n            layer.strength = 0.5",
    ],
)
@pytest.mark.parametrize("when", ["on_epoch_begin", "on_train_batch_end"])
def test_a_number_that_a_callback_changes_is_reported(diagnose, change, when):
    (found,) = diagnose(callback(change, when), select="LL207")
    assert found.start_row == 27 + change.count("\n")
    assert f"`Ramp.{when}` changes" in found.message


@pytest.mark.parametrize(
    "arguments",
    [
        {"change": "self.layer.weight.assign(0.5)"},
        {"change": "self.strength = epoch / 10"},
        {"change": "self.layer.epoch = epoch"},
        {"change": "self.layer.trainable = False"},
        {"change": "self.layer.strength = 1.0; self.model.make_train_function(force=True)"},
        {"when": "on_train_begin"},
        {"initial": "tf.Variable(0.0)"},
        {"initial": "None"},
        {"other": "self.strength = 0.0"},
    ],
)
def test_what_a_callback_may_change_is_left_alone(lint, arguments):
    assert lint(callback(**arguments), select="LL207") == []


MODULE = """
import tensorflow as tf
import {package} as keras


class Affine({base}):
    def __init__(self, size):
        super().__init__()
        self.scale = {scale}

    def __call__(self, x):
        return x * self.scale


class Uses(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.affine = Affine(3)

    def call(self, x):
        return self.affine(x)
"""
VARIABLE = "tf.Variable(tf.ones([size]))"


def test_a_module_with_variables_is_not_tracked_by_keras_3(lint):
    module = {"base": "tf.Module", "scale": VARIABLE}
    assert lint(MODULE.format(package="keras", **module), select="LL2") == [("LL201", 18)]
    assert lint(MODULE.format(package="tf_keras", **module), select="LL2") == []


def test_a_module_with_constants_and_a_class_that_may_be_a_layer_are_left_alone(lint):
    constant = MODULE.format(package="keras", base="tf.Module", scale="tf.ones([size])")
    assert lint(constant, select="LL2") == []
    unknown = MODULE.format(package="keras", base="somewhere.Module", scale=VARIABLE)
    assert lint(unknown, select="LL2") == []


CLASS_BODY = """
import tensorflow as tf
import keras


class Shift(keras.layers.Layer):
    offset = {value}

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        {init}

    def call(self, x):
        return x + self.offset
"""


def test_a_variable_of_the_class_body_is_reported_unless_it_is_replaced(lint):
    variable = CLASS_BODY.format(value="tf.Variable(0.0)", init="pass")
    assert lint(variable, select="LL201") == [("LL201", 7)]
    replaced = "self.offset = self.add_weight(name='offset', shape=())"
    assert lint(CLASS_BODY.format(value="tf.Variable(0.0)", init=replaced), select="LL201") == []
    assert lint(CLASS_BODY.format(value="tf.constant(0.0)", init="pass"), select="LL201") == []


UNPACKED = """
from tensorflow import keras
import tensorflow as tf


class Power(keras.layers.Layer):
    def build(self, shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.u = self.add_weight(name="u", shape=(1, 3), trainable=False)

    def iterate(self, u):
        v = tf.math.l2_normalize(u @ self.w)
        return tf.math.l2_normalize(v @ tf.transpose(self.w)), tf.reduce_sum(v)

    def call(self, x):
        {line}
        return x @ (self.w / sigma)
"""


def test_a_weight_bound_to_one_of_several_results_is_reported(lint):
    bound = UNPACKED.format(line="self.u, sigma = self.iterate(self.u)")
    assert lint(bound, select="LL2") == [("LL205", 16)]
    local = UNPACKED.format(line="u, sigma = self.iterate(self.u)")
    assert lint(local, select="LL2") == []


QUEUE = """
import keras
from keras import ops


class Contrast(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(4)
        self.queue = self.add_weight(name="queue", shape=(8, 4), trainable=False)

    def call(self, x, training=None):
        return self.dense(x)

    def train_step(self, data):
        z = self(data[0], training=True)
        self.queue{change}
        return super().train_step(data)
"""


@pytest.mark.parametrize(
    ("change", "rows"),
    [
        (" = ops.concatenate([z, self.queue], axis=0)[:8]", [("LL205", 17)]),
        (" = ops.roll(self.queue, 1, axis=0)", [("LL205", 17)]),
        (".assign(ops.concatenate([z, self.queue], axis=0)[:8])", []),
        (" = keep(self.queue)", []),
    ],
)
def test_a_weight_bound_anew_in_a_training_step_is_reported(lint, change, rows):
    assert lint(QUEUE.format(change=change), select="LL205") == rows


GIVEN = """
import tensorflow as tf
from tensorflow import keras


class Decoder(keras.layers.Layer):
    def __init__(self, {given}, **kwargs):
        super().__init__(**kwargs)
        self.{given} = {given}

    def build(self, shape):
        self.w = {value}

    def call(self, x):
        return x @ self.w
"""


@pytest.mark.parametrize(
    ("given", "value", "reported"),
    [
        ("encoder", "tf.transpose(self.encoder.weights[0])", True),
        ("tied_layer", "self.tied_layer.variables[0] * 2.0", True),
        ("encoder", "self.encoder.weights[0]", False),
        ("options", "tf.transpose(self.options.weights[0])", False),
    ],
)
def test_a_tensor_made_of_the_weights_of_a_given_layer_is_reported(lint, given, value, reported):
    found = lint(GIVEN.format(given=given, value=value), select="LL208")
    assert found == ([("LL208", 12)] if reported else [])


INITIALIZER = """
from tensorflow import keras


class Table(keras.layers.Layer):
    def __init__(self, units=2, kernel_initializer="glorot_uniform", **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.make = {initializer}

    def build(self, shape):
        self.kernel = self.make({shape})

    def call(self, x):
        return x @ self.kernel
"""


@pytest.mark.parametrize(
    ("initializer", "shape", "reported"),
    [
        ("keras.initializers.HeNormal()", "(shape[-1], self.units)", True),
        ("keras.initializers.get(kernel_initializer)", "shape=(shape[-1], self.units)", True),
        ("keras.initializers.HeNormal(seed=3)", "(shape[-1], self.units)", False),
        ("keras.initializers.Zeros()", "(shape[-1], self.units)", False),
        ("keras.initializers.get(kernel_initializer)", "()", False),
    ],
)
def test_a_tensor_from_a_kept_initializer_is_no_weight(lint, initializer, shape, reported):
    source = INITIALIZER.format(initializer=initializer, shape=shape)
    assert lint(source, select="LL219") == ([("LL219", 12)] if reported else [])


BUILT_IN = """
import {package} as keras


class Half(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.inner = keras.layers.{inner}

    def call(self, x):
        self.inner.kernel = self.inner.kernel / 2.0
        return self.inner(x)
"""


@pytest.mark.parametrize(
    ("package", "inner", "reported"),
    [
        ("keras", "Dense(3)", True),
        ("keras", "Conv2D(3, 1)", True),
        ("keras", "DepthwiseConv2D(3)", False),
        ("tf_keras", "Dense(3)", False),
    ],
)
def test_the_weight_of_a_built_in_sublayer_cannot_be_set(lint, package, inner, reported):
    found = lint(BUILT_IN.format(package=package, inner=inner), select="LL212")
    assert found == ([("LL212", 11)] if reported else [])


PROBE = """
from tensorflow import keras


class Probe(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(4)
        self.kept = {{}}

    def call(self, x):
        x = self.dense(x)
        self.kept["dense"] = x
        return x


def show(model, data):
    {line}
    return {{name: value.numpy() for name, value in model.kept.items()}}
"""


def test_what_a_function_reads_behind_predict_is_a_tensor_of_a_graph(lint):
    behind = PROBE.format(line="model.predict(data)")
    assert lint(behind, select="LL206") == [("LL206", 13)]
    assert lint(PROBE.format(line="model(data)"), select="LL206") == []
