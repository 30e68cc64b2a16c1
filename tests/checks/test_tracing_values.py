"""What is a tensor in `call()`, as the rules about tracing see it."""

from __future__ import annotations

from textwrap import dedent, indent
from typing import Any

import pytest

HEAD = """\
import math

import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import backend as K


class Block(keras.layers.Layer):
    def __init__(self, units, rate=0.1, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.rate = rate
        self.dense = keras.layers.Dense(units)
        self.blocks = [keras.layers.Dense(units) for _ in range(3)]

    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(1,))

"""


def lines(lint: Any, body: str, rule: str) -> list[int]:
    """The lines of `body`, which stands in a layer, that the rule reports."""
    source = HEAD + indent(dedent(body), "    ")
    return sorted({line - HEAD.count("\n") for _, line in lint(source, select=rule)})


def marked(body: str) -> list[int]:
    """The lines that end in `# here`."""
    return [
        number
        for number, line in enumerate(dedent(body).splitlines(), 1)
        if line.endswith("# here")
    ]


CONVERTED = {
    "the greater of two": """\
        def call(self, x):
            return x * max(1.0, tf.reduce_max(x))  # here
        """,
    "an input": """\
        def call(self, x):
            return np.sqrt(x)  # here
        """,
    "a part of the input": """\
        def call(self, inputs):
            a, b = inputs
            return a + np.abs(b)  # here
        """,
    "a result of TensorFlow": """\
        def call(self, x):
            total = tf.reduce_sum(x)
            return x / float(total)  # here
        """,
    "a result of a sublayer": """\
        def call(self, x):
            h = self.dense(x)
            return tf.constant(h.numpy())  # here
        """,
    "a weight": """\
        def call(self, x):
            return x * np.exp(self.scale)  # here
        """,
    "in a helper": """\
        def call(self, x):
            return self.squash(tf.nn.relu(x))

        def squash(self, y):
            return y / np.linalg.norm(y)  # here
        """,
    "a list of tensors": """\
        def call(self, x):
            return np.stack([tf.exp(x), tf.abs(x)])  # here
        """,
    "a dynamic shape": """\
        def call(self, x):
            n = tf.shape(x)[1]
            return x * math.sqrt(n)  # here
        """,
    "in a branch": """\
        def call(self, x, training=None):
            if training:
                x = x + np.mean(tf.square(x))  # here
            return x
        """,
}


@pytest.mark.parametrize("body", CONVERTED.values(), ids=CONVERTED.keys())
def test_conversions_of_tensors_are_found(body: str, lint):
    assert lines(lint, body, "LL302") == marked(body)


PYTHON = {
    "the greater of two sizes": """\
        def call(self, x):
            return tf.reshape(x, (-1, max(1, x.shape[-1], self.units)))
        """,
    "static shapes": """\
        def call(self, x):
            flat = int(np.prod(x.shape[1:]))
            return tf.reshape(x, (-1, flat)) / np.sqrt(x.shape[-1])
        """,
    "a length": """\
        def call(self, inputs):
            return sum(inputs) / float(len(inputs))
        """,
    "hyper-parameters": """\
        def call(self, x):
            return x * np.sqrt(self.units) * math.exp(-self.rate)
        """,
    "constants": """\
        def call(self, x):
            table = np.cumsum(np.arange(4)).astype("float32")
            return x * table
        """,
    "backend shapes": """\
        def call(self, x):
            return x / np.sqrt(K.int_shape(x)[-1])
        """,
    "rank": """\
        def call(self, x):
            return x if float(len(x.shape)) > 2 else tf.expand_dims(x, 1)
        """,
    "tf.py_function": """\
        def call(self, x):
            def slow(value):
                return np.sort(value.numpy())

            return tf.py_function(slow, [x], tf.float32)
        """,
    "an eager branch": """\
        def call(self, x):
            if tf.executing_eagerly():
                print(x.numpy())
            return x
        """,
    "a try": """\
        def call(self, x):
            try:
                x = x.numpy()
            except AttributeError:
                pass
            return tf.convert_to_tensor(x)
        """,
    "an array or a tensor": """\
        def call(self, x):
            if isinstance(x, np.ndarray):
                return np.sqrt(x)
            return tf.sqrt(x)
        """,
    "static facts about a tensor": """\
        def call(self, x):
            return x * np.ndim(x)
        """,
    "an unknown argument": """\
        def call(self, x, steps):
            return x * np.sqrt(steps)
        """,
    "an element of a list of layers": """\
        def call(self, x):
            for index, block in enumerate(self.blocks):
                x = block(x) * np.sqrt(index + 1)
            return x
        """,
    "a number and operators": """\
        def call(self, x):
            return np.float32(2.0) * x + np.ones(4, "float32")
        """,
}


@pytest.mark.parametrize("body", PYTHON.values(), ids=PYTHON.keys())
def test_python_values_may_be_converted(body: str, lint):
    assert lines(lint, body, "LL302") == []


STEP = """\
import tensorflow as tf
from tensorflow import keras


class Net(keras.Model):
    def call(self, x):
        return 2.0 * x

    def train_step(self, data):
        x, y = data
        loss = tf.reduce_mean(tf.square(y - self(x, training=True)))
        return {"error": loss.numpy()}
"""


def test_a_training_step_has_no_values_either(lint):
    assert lint(STEP, select=["LL302"]) == [("LL302", 12)]


def test_a_training_step_that_runs_eagerly_has_values(lint):
    source = STEP + "\n\nmodel = Net()\nmodel.compile('sgd', run_eagerly=True)\n"
    assert lint(source, select=["LL302"]) == []


def test_what_keras_2_translates_is_reported_for_keras_3_only(diagnose):
    source = """\
    from tf_keras import layers
    import tensorflow as tf


    class Mean(layers.Layer):
        def call(self, x):
            return x / float(tf.reduce_mean(x))
    """
    assert diagnose(source, "LL302") == []
    found = diagnose(source.replace("tf_keras", "keras"), "LL302")
    assert [each.start_row for each in found] == [7]


BRANCHES = {
    "if": """\
        def call(self, x):
            if tf.reduce_max(x) > 1.0:  # here
                x = x / 255.0
            return x
        """,
    "if on the input": """\
        def call(self, x):
            return x if x > 0 else -x  # here
        """,
    "while": """\
        def call(self, x):
            error = tf.norm(x)
            while error > self.rate:  # here
                x = x * 0.5
                error = tf.norm(x)
            return x
        """,
    "and": """\
        def call(self, x, training=None):
            if training and tf.random.uniform([]) < self.rate:  # here
                return x
            return 2.0 * x
        """,
    "not": """\
        def call(self, x):
            if not tf.reduce_any(x > 0):  # here
                return -x
            return x
        """,
    "assert": """\
        def call(self, x):
            assert tf.reduce_all(x >= 0)  # here
            return tf.sqrt(x)
        """,
    "a dynamic size": """\
        def call(self, x):
            if tf.shape(x)[1] > 3:  # here
                x = x[:, :3]
            return x
        """,
    "a loop over tf.range": """\
        def call(self, x):
            for _ in tf.range(3):  # here
                x = self.dense(x)
            return x
        """,
    "a loop of dynamic length": """\
        def call(self, x):
            parts = []
            for step in range(tf.shape(x)[1]):  # here
                parts.append(x[:, step])
            return tf.stack(parts, 1)
        """,
    "a weight": """\
        def call(self, x):
            if self.scale > 1.0:  # here
                return x
            return x * self.scale
        """,
    "the mask": """\
        def call(self, x, mask=None):
            if mask:  # here
                x = x * tf.cast(mask, x.dtype)
            return x
        """,
}


@pytest.mark.parametrize("body", BRANCHES.values(), ids=BRANCHES.keys())
def test_branches_on_tensors_are_found(body: str, lint):
    assert lines(lint, body, "LL303") == marked(body)


SETTLED = {
    "the flag": """\
        def call(self, x, training=None):
            return self.dense(x) if training else x
        """,
    "None": """\
        def call(self, x, mask=None):
            if mask is not None:
                x = x * tf.cast(mask, x.dtype)
            return x
        """,
    "static sizes": """\
        def call(self, x):
            if x.shape[1] > 3 and len(x.shape) == 3:
                x = x[:, :3]
            return x
        """,
    "a backend rank": """\
        def call(self, x):
            return x if K.ndim(x) == 3 else x[:, None]
        """,
    "a type": """\
        def call(self, inputs):
            if isinstance(inputs, (list, tuple)):
                inputs = inputs[0]
            return inputs
        """,
    "a dtype": """\
        def call(self, x):
            return tf.cast(x, "float32") if x.dtype == tf.float16 else x
        """,
    "a static value": """\
        def call(self, x):
            size = tf.get_static_value(tf.shape(x)[1])
            return x if size is None or size > 2 else -x
        """,
    "hyper-parameters": """\
        def call(self, x):
            for _ in range(self.units):
                x = self.dense(x) if self.rate > 0 else x
            return x
        """,
    "a list of inputs": """\
        def call(self, inputs):
            if len(inputs) == 2:
                return inputs[0] + inputs[1]
            for x in inputs:
                last = x
            return last
        """,
    "unstacked": """\
        def call(self, x):
            return sum(self.dense(step) for step in tf.unstack(x, axis=1))
        """,
    "a tf.function": """\
        @tf.function
        def call(self, x):
            if tf.reduce_sum(x) > 0:
                return x
            return -x
        """,
    "functions of tf.cond": """\
        def call(self, x):
            return tf.cond(tf.reduce_sum(x) > 0, lambda: x, lambda: -x)
        """,
    "one mask for each input": """\
        def call(self, inputs, mask=None):
            first = mask[0] if mask else None
            return inputs[0] if first is None else inputs[1]
        """,
    "a switch that fit leaves alone": """\
        def call(self, x, inverse=False):
            if inverse:
                return self.solve(x)
            return self.dense(x)

        def solve(self, x):
            while tf.norm(x) > 1.0:
                x = x / 2.0
            return x
        """,
}


@pytest.mark.parametrize("body", SETTLED.values(), ids=SETTLED.keys())
def test_branches_on_python_values_are_fine(body: str, lint):
    assert lines(lint, body, "LL303") == []


SIZES = {
    "a size": """\
        def call(self, x):
            return x + tf.zeros((x.shape[0], 4))  # here
        """,
    "through a name": """\
        def call(self, x):
            batch = x.shape[0]  # here
            return tf.reshape(x, [batch, -1])
        """,
    "unpacked": """\
        def call(self, x):
            batch, steps, features = x.shape
            return tf.reshape(x, (batch, steps * features))  # here
        """,
    "the whole shape": """\
        def call(self, x):
            return x + tf.random.normal(x.shape)  # here
        """,
    "as a list": """\
        def call(self, x):
            n = x.get_shape().as_list()[0]  # here
            return tf.tile(self.scale, [n])
        """,
    "in keras.ops": """\
        def call(self, x):
            return keras.ops.ones((x.shape[0], 1)) * x  # here
        """,
    "a loop": """\
        def call(self, x):
            return tf.stack([x[i] for i in range(x.shape[0])])  # here
        """,
    "an average": """\
        def call(self, x):
            return tf.reduce_sum(x, axis=0) / x.shape[0]  # here
        """,
    "one of several inputs": """\
        def call(self, inputs):
            left, right = inputs[0], inputs[1]
            return tf.reshape(left + right, (left.shape[0], -1))  # here
        """,
    "behind a sublayer": """\
        def call(self, x):
            h = self.dense(x)
            return tf.reshape(h, (h.shape[0], 2, -1))  # here
        """,
    "stored by build": """\
        def build(self, input_shape):
            self.whole = tuple(input_shape)

        def call(self, x):
            return x + tf.random.normal(self.whole)  # here
        """,
}


@pytest.mark.parametrize("body", SIZES.values(), ids=SIZES.keys())
def test_the_static_batch_size_is_found(body: str, lint):
    assert lines(lint, body, "LL304") == marked(body)


KNOWN_SIZES = {
    "inner sizes": """\
        def call(self, x):
            return tf.reshape(x, (-1, x.shape[1] * x.shape[2])) + tf.zeros((1, x.shape[-1]))
        """,
    "a dynamic shape": """\
        def call(self, x):
            return x + tf.random.normal(tf.shape(x))
        """,
    "with a way out": """\
        def call(self, x):
            return tf.reshape(x, (x.shape[0] or -1, 4))
        """,
    "tested": """\
        def call(self, x):
            batch = x.shape[0]
            if batch is None:
                batch = tf.shape(x)[0]
            return tf.zeros((batch, 4)) + x
        """,
    "a conditional": """\
        def call(self, x):
            batch = x.shape[0] if x.shape[0] is not None else tf.shape(x)[0]
            return tf.zeros((batch, 4)) + x
        """,
    "a slice": """\
        def call(self, x):
            return x[: x.shape[0]]
        """,
    "set_shape": """\
        def call(self, x):
            y = tf.sort(x)
            y.set_shape((x.shape[0], 4))
            return y
        """,
    "a weight": """\
        def call(self, x):
            return tf.matmul(x, tf.zeros((self.scale.shape[0], 4)))
        """,
    "another axis in front": """\
        def call(self, x):
            y = tf.transpose(x, [1, 0, 2])
            return tf.reshape(y, (y.shape[0], -1, 4))
        """,
    "the first example": """\
        def call(self, x):
            first = x[0]
            return tf.reshape(first, (first.shape[0], -1))
        """,
    "an entry that is replaced": """\
        def call(self, x):
            size = list(x.shape)
            size[0] = -1
            return tf.reshape(x, size)
        """,
    "a mask that is no batch": """\
        def call(self, x, mask=None):
            windows = mask.shape[0]
            return tf.reshape(x, (-1, windows, 4))
        """,
    "like another tensor": """\
        def call(self, x):
            return tf.zeros_like(x) + tf.ensure_shape(x, (x.shape[0], 4))
        """,
}


@pytest.mark.parametrize("body", KNOWN_SIZES.values(), ids=KNOWN_SIZES.keys())
def test_sizes_that_are_known_are_fine(body: str, lint):
    assert lines(lint, body, "LL304") == []
