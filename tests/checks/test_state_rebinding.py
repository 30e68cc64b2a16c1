"""Weights that are rebound, tensors that are kept, and Python values that `call` changes."""

from __future__ import annotations

import pytest

WEIGHT = """
from {package} import keras
import tensorflow as tf


class Base(keras.layers.Layer):
    def build(self, input_shape):
        self._make()

    def _make(self):
        self.total = self.add_weight(name="total", shape=(), trainable=False)
        self.other = self.add_weight(name="other", shape=(), trainable=False)
        self.rows = [self.add_weight(name="row", shape=())]
        self.limit = None


class Sum(Base):
    def call(self, x, training=None):
{body}
        return x * self.total
"""


def weight(body, package="tensorflow", base="keras.layers.Layer"):
    text = "\n".join(" " * 8 + line for line in body.splitlines())
    return WEIGHT.format(package=package, body=text).replace("keras.layers.Layer", base)


@pytest.mark.parametrize("base", ["keras.layers.Layer", "keras.Model"])
@pytest.mark.parametrize(
    "body",
    [
        "self.total = self.total + tf.reduce_sum(x)",
        "self.total = 0.9 * self.total + 0.1 * tf.reduce_mean(x)",
        "self.total += tf.reduce_sum(x)",
        "self.total *= 0.5",
        "self.total = tf.reduce_sum(x)",
        "self.total = self.total.assign_add(1.0)",
        "setattr(self, 'total', self.total + 1.0)",
        "self.limit, self.total = 1, self.total + 1.0",
        "layer = self; layer.total = layer.total + 1.0",
        "self.total: tf.Tensor = tf.reduce_sum(x)",
    ],
)
def test_a_weight_bound_to_a_tensor_is_reported(lint, body, base):
    assert lint(weight(body, base=base), select="LL205") == [("LL205", 19)]


def test_a_rebinding_in_a_helper_is_reported_where_it_stands(lint):
    source = weight("self._count(x)").replace(
        "class Sum(Base):",
        "class Sum(Base):\n    def _count(self, x):\n        self.total = self.total + 1.0\n",
    )
    assert lint(source, select="LL205") == [("LL205", 19)]


@pytest.mark.parametrize(
    "body",
    [
        "self.total.assign(self.total + tf.reduce_sum(x))",
        "total = self.total + tf.reduce_sum(x)",
        "self.limit = tf.reduce_sum(x)",
        "self.total = self.other",
        "self.rows[0].assign(tf.reduce_sum(x))",
        "saved = self.total\nself.total = self.total * 2.0\nx = x * self.total\nself.total = saved",
    ],
)
def test_a_write_a_local_and_a_swap_are_left_alone(lint, body):
    assert lint(weight(body), select="LL205") == []


def test_an_attribute_that_holds_no_weight_before_call_is_another_matter(lint):
    source = weight("if self.limit is None:\n    self.limit = self.add_weight(shape=())")
    assert lint(source, select="LL205") == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("self.total += tf.reduce_sum(x)", "self.total.assign_add(tf.reduce_sum(x))"),
        ("self.total -= (1.0 + 2.0)", "self.total.assign_sub(1.0 + 2.0)"),
        ("self.total *= 1.0 + 2.0", "self.total.assign(self.total * (1.0 + 2.0))"),
        ("self.total = (1.0 + self.total)", "self.total.assign(1.0 + self.total)"),
        ("self.total = self.total.assign_add(1.0)", "self.total.assign_add(1.0)"),
    ],
)
def test_the_fix_writes_to_the_weight(diagnose, body, expected):
    [found] = diagnose(weight(body), select="LL205")
    [edit] = found.fix.edits
    assert edit.text == expected
    assert found.fix.applicability == "safe"


def test_a_value_that_is_not_computed_from_the_weight_gets_no_fix(diagnose):
    [found] = diagnose(weight("self.total = tf.reduce_sum(x)"), select="LL205")
    assert found.fix is None


def test_the_fix_of_a_trained_weight_is_unsafe(diagnose):
    source = weight("self.total = self.total * 0.5").replace(", trainable=False", "")
    [found] = diagnose(source, select="LL205")
    assert found.fix.applicability == "unsafe"


KEEPS = """
import numpy as np
import tensorflow as tf
from tensorflow import keras


class Attention(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1)
        self.heads = keras.layers.MultiHeadAttention(2, 8)
        self.kept = {initial}

    def call(self, x, training=None):
{body}
        return x

    def _score(self, x):
        self.kept = tf.nn.softmax(x)

{reader}
"""
READER = "    def show(self):\n        return self.kept"


def keeps(body, reader=READER, initial="None"):
    text = "\n".join(" " * 8 + line for line in body.splitlines())
    return KEEPS.format(body=text, reader=reader, initial=initial)


@pytest.mark.parametrize(
    ("body", "initial"),
    [
        ("self.kept = tf.nn.softmax(x)", "None"),
        ("self.kept = x", "None"),
        ("self.kept = self.dense(x)", "None"),
        ("x, self.kept = self.heads(x, x, return_attention_scores=True)", "None"),
        ("x, scores = self.heads(x, x, return_attention_scores=True); self.kept = scores", "None"),
        ("self.kept.append(tf.shape(x))", "[]"),
        ("self.kept['weights'] = tf.nn.softmax(x)", "{}"),
        ("setattr(self, 'kept', tf.nn.softmax(x))", "None"),
        ("self.kept = [x, tf.nn.softmax(x)]", "None"),
        ("y = keras.activations.relu(x) + tf.nn.relu(x); self.kept = y", "None"),
    ],
)
def test_a_tensor_kept_for_a_getter_is_reported(lint, body, initial):
    assert lint(keeps(body, initial=initial), select="LL206") == [("LL206", 15)]


def test_a_tensor_kept_by_a_helper_is_reported_where_it_is_kept(lint):
    assert lint(keeps("self._score(x)"), select="LL206") == [("LL206", 19)]


def test_a_list_that_begins_anew_in_each_call_is_kept_too(lint):
    source = keeps("self.kept = []\nfor _ in range(2):\n    self.kept.append(tf.shape(x))")
    assert lint(source, select="LL206") == [("LL206", 17)]


@pytest.mark.parametrize(
    "reader",
    [
        "    def show(self):\n        return float(tf.reduce_max(self.kept))",
        "    def loss_now(self):\n        return self.kept.numpy()",
        "class Show(keras.callbacks.Callback):\n    def on_epoch_end(self, epoch, logs=None):\n"
        "        print(self.model.layers[1].kept)",
        "def plot(layer):\n    return np.array(layer.kept)",
        "model = keras.Sequential([Attention()])\nmodel.predict(np.ones((2, 3)))\n"
        "print(model.layers[0].kept)",
    ],
)
def test_what_turns_the_tensor_into_numbers_or_runs_after_fit_reads_it(lint, reader):
    assert lint(keeps("self.kept = tf.nn.softmax(x)", reader), select="LL206") == [("LL206", 15)]


@pytest.mark.parametrize(
    "reader",
    [
        "",
        "    def get_config(self):\n        return {'kept': self.kept}",
        "    def train_step(self, data):\n        return {'loss': self.kept}",
        "    @property\n    def show(self):\n        return self.kept",
        "    def reset(self):\n        self.kept = None",
        "    def show(self):\n        return self.kept is None",
        "    def compute_mask(self, inputs, mask=None):\n        return self.kept",
        "    def show(self):\n        return self.kept\n\n\nclass Outer(keras.layers.Layer):\n"
        "    def call(self, x):\n        return self.inner.show()",
        "layer = Attention()\nlayer(np.ones((2, 3)))\nprint(layer.kept)",
    ],
)
def test_a_tensor_that_is_read_in_its_graph_or_eagerly_is_left_alone(lint, reader):
    assert lint(keeps("self.kept = tf.nn.softmax(x)", reader), select="LL206") == []


@pytest.mark.parametrize(
    "body",
    [
        "self.kept = x.shape[1]",
        "self.kept = training",
        "self.kept = tf.nn.softmax(x)\nx = x * self.kept\nself.kept = None",
        "if tf.executing_eagerly():\n    self.kept = tf.nn.softmax(x)",
        "kept = tf.nn.softmax(x)",
    ],
)
def test_what_is_no_tensor_or_does_not_stay_is_left_alone(lint, body):
    assert lint(keeps(body), select="LL206") == []


@pytest.mark.parametrize(
    ("body", "initial"),
    [
        ("self.kept = tf.tanh(x + self.kept)", "tf.zeros((3,))"),
        ("if self.kept is None:\n    self.kept = tf.range(3)\nx = x + self.kept", "None"),
        (
            "n = x.shape[1]\nif n not in self.kept:\n    self.kept[n] = tf.range(n)\n"
            "x = x + self.kept[n]",
            "{}",
        ),
        ("self.kept.append(tf.reduce_mean(x))\nx = x + tf.add_n(self.kept)", "[]"),
        ("self.kept += tf.reduce_mean(x)", "0"),
    ],
)
def test_a_tensor_that_the_next_call_computes_with_is_reported(diagnose, body, initial):
    [found] = diagnose(keeps(body, "", initial), select="LL206")
    assert "in the next call" in found.message


def test_a_sum_that_begins_anew_is_not_carried_over(lint):
    assert lint(keeps("self.kept = 0\nself.kept += tf.reduce_mean(x)", ""), select="LL206") == []


COUNTS = """
import math
import tensorflow as tf
from tensorflow import keras


class Fade(keras.layers.Layer):
    speed = 1

    def __init__(self, rate=1.0, **kwargs):
        super().__init__(**kwargs)
        self.step = {initial}

    def build(self, input_shape):
        self.mean = self.add_weight(shape=(), trainable=False)

    def call(self, x, training=None):
{body}

{rest}
"""


def counts(body, initial="0", rest=""):
    text = "\n".join(" " * 8 + line for line in body.splitlines())
    return COUNTS.format(body=text, initial=initial, rest=rest)


@pytest.mark.parametrize(
    ("body", "initial"),
    [
        ("self.step += 1\nreturn x * self.step", "0"),
        ("self.step = self.step + 1\nreturn x * self.step", "0"),
        ("self.step *= 0.99\nreturn x * self.step", "rate"),
        ("self.step = max(self.step - 0.1, 0.1)\nreturn x * self.step", "1.0"),
        ("self.step = rate = self.step * math.exp(-1.0)\nreturn x * self.step", "1.0"),
        ("self.step += x.shape[0]\nreturn x / self.step", "0"),
        ("setattr(self, 'step', self.step + 1)\nreturn x * self.step", "0"),
        ("self.step, self.other = self.step + 1, 2\nreturn x * self.step", "0"),
    ],
)
def test_a_python_number_that_call_computes_with_is_reported(lint, body, initial):
    assert lint(counts(body, initial), select="LL207") == [("LL207", 18)]


def test_a_counter_behind_a_test_is_reported(lint):
    source = counts("if training:\n    self.step += 1\nif self.step > 3:\n    return x\nreturn -x")
    assert lint(source, select="LL207") == [("LL207", 19)]


def test_a_counter_of_the_class_and_in_a_helper_is_reported(lint):
    source = counts(
        "self._tick()\nreturn x * self.speed",
        rest="    def _tick(self):\n        self.speed += 1",
    )
    assert lint(source, select="LL207") == [("LL207", 22)]


def test_a_counter_that_another_method_reads_is_reported(lint):
    source = counts(
        "self.step += 1\nreturn x", rest="    def seen(self):\n        return self.step"
    )
    assert lint(source, select="LL207") == [("LL207", 18)]


def test_a_list_that_grows_is_reported(diagnose):
    source = counts("self.step.append(x.shape[1])\nreturn x * len(self.step)", "[]")
    [found] = diagnose(source, select="LL207")
    assert "list" in found.message


def test_a_flag_for_a_write_that_is_made_once_is_reported(diagnose):
    body = (
        "if not self.step:\n    self.mean.assign(tf.reduce_mean(x))\n"
        "    self.step = True\nreturn x - self.mean"
    )
    [found] = diagnose(counts(body, "False"), select="LL207")
    assert "flag" in found.message


@pytest.mark.parametrize(
    ("body", "initial", "rest"),
    [
        ("self.step += 1\nreturn x", "0", ""),
        ("self.step = 0\nself.step += 1\nreturn x * self.step", "0", ""),
        ("self.step += 1\nx = x * self.step\nself.step = 0\nreturn x", "0", ""),
        ("self.step = x.shape[1]\nreturn x * self.step", "0", ""),
        ("self.step += 1\nprint(f'call {self.step}')\nreturn x", "0", ""),
        ("self.step.assign_add(1)\nreturn x", "tf.Variable(0)", ""),
        ("self.step = []\nself.step.append(1)\nreturn x * len(self.step)", "[]", ""),
        ("step = 0\nstep += 1\nreturn x * step", "0", ""),
        ("return x * self.step", "0", "    def tick(self):\n        self.step += 1"),
        ("if not self.step:\n    self.step = True\nreturn x", "False", ""),
        ("return x", "0", "    def train_step(self, data):\n        self.step += self.step"),
    ],
)
def test_what_nothing_reads_or_begins_anew_is_left_alone(lint, body, initial, rest):
    assert lint(counts(body, initial, rest), select="LL207") == []


def test_a_layer_that_runs_eagerly_may_count(lint):
    source = counts("self.step += 1\nreturn x * self.step")
    source += "\nmodel = keras.Sequential([Fade()])\nmodel.compile('sgd', run_eagerly=True)\n"
    assert lint(source, select="LL207") == []


STEPS = """
from tensorflow import keras


class Net(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.count = 0

    def {signature}:
        self.count += 1
        if self.count % {period} == 0:
            self.apply()
        return {{}}
"""


def test_a_counter_of_training_steps_is_reported(lint):
    source = STEPS.format(signature="train_step(self, data)", period=4)
    assert lint(source, select="LL207") == [("LL207", 11)]


@pytest.mark.parametrize("signature", ["train_step(self, x, y)", "step(self, data)"])
def test_a_step_that_keras_does_not_run_may_count(lint, signature):
    assert lint(STEPS.format(signature=signature, period=4), select="LL207") == []


def test_a_counter_that_is_only_told_is_left_alone(lint):
    source = STEPS.format(signature="train_step(self, data)", period=4)
    source = source.replace("if self.count % 4 == 0:", "if data:\n            print(self.count)")
    assert lint(source, select="LL207") == []


@pytest.mark.parametrize("body", ["self.total += 1.0", "self.total = self.total + 1.0"])
def test_a_weight_bound_anew_in_a_training_step_is_reported(lint, body):
    source = (
        "from tensorflow import keras\n\n\nclass Net(keras.Model):\n    def build(self, shape):\n"
        "        self.total = self.add_weight(shape=(), trainable=False)\n\n"
        f"    def train_step(self, data):\n        {body}\n        return {{}}\n"
    )
    assert lint(source, select="LL205") == [("LL205", 9)]
    assert lint(source.replace("train_step", "double"), select="LL205") == []


def test_attributes_that_are_only_set_by_name_or_by_another_name_are_understood(lint):
    body = (
        "layer = self\nlayer.late = tf.nn.relu(x)\nlayer.seen = layer.seen + 1\n"
        "layer.parts.append(x)\nsetattr(self, 'n', getattr(self, 'n') + 1)\nreturn x * layer.seen"
    )
    assert lint(counts(body), select=["LL205", "LL206", "LL207"]) == []
    made = counts("getattr(self, 'w').assign_add(tf.reduce_mean(x))\nreturn x")
    made = made.replace("self.mean =", "setattr(self, 'w', self.add_weight(shape=())); self.mean =")
    assert lint(made, select="LL202") == [("LL202", 15)]


@pytest.mark.parametrize(
    "reader",
    [
        "    def reset_mask(self):\n        self.kept = None",
        "class Runner(keras.layers.Layer):\n    def call(self, x):\n"
        "        self.cell.kept = None\n        return self.cell(x)",
    ],
)
def test_a_tensor_that_somebody_drops_again_is_left_alone(lint, reader):
    body = "if self.kept is None:\n    self.kept = tf.nn.dropout(x, 0.5)\nx = x * self.kept"
    assert lint(keeps(body, reader), select="LL206") == []
