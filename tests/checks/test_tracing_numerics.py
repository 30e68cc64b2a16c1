"""Dtypes, constants and gradients in `call()`: what is reported, and what is right as it is."""

from __future__ import annotations

from textwrap import dedent, indent
from typing import Any

import pytest

HEAD = """\
import numpy as np
import tensorflow as tf
from tensorflow import keras

NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

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


HARDCODED = {
    "a cast that meets the input": """\
        def call(self, x):
            return x * tf.cast(x > 0, tf.float32)  # here
        """,
    "by name": """\
        def call(self, x):
            return x * tf.cast(x > 0, "float32")  # here
        """,
    "through a name": """\
        def call(self, x):
            depth = tf.cast(tf.shape(x)[-1], tf.float32)  # here
            return tf.matmul(x, x, transpose_b=True) / tf.sqrt(depth)
        """,
    "a result of a sublayer": """\
        def call(self, x):
            keep = tf.cast(x > 0, dtype=tf.float32)  # here
            return self.dense(x) * keep
        """,
    "a function": """\
        def call(self, x):
            return tf.maximum(x, tf.constant(0.0, dtype=tf.float32))  # here
        """,
    "a weight in a function": """\
        def call(self, x):
            return tf.matmul(tf.cast(x, tf.float32), self.kernel)  # here
        """,
    "concatenated": """\
        def call(self, x):
            return tf.concat([x, tf.zeros((1, 4), dtype=tf.float32)], axis=0)  # here
        """,
    "in a helper": """\
        def call(self, x):
            return x * self.weights_of(x)

        def weights_of(self, y):
            return tf.cast(y > 0, tf.float32)  # here
        """,
    "floatx": """\
        def call(self, x):
            return x * keras.backend.cast(x > 0, keras.backend.floatx())  # here
        """,
    "a constant of the constructor": """\
        def __init__(self, depth, **kwargs):
            super().__init__(**kwargs)
            self.angles = tf.cast(np.arange(depth), tf.float32)  # here

        def call(self, x):
            return x + self.angles
        """,
    "a constant that a helper of build makes": """\
        def build(self, input_shape):
            self.angles = self.encode(input_shape[-1])  # here

        def encode(self, depth):
            return tf.range(depth, dtype=tf.float32)

        def call(self, x):
            return x + self.angles[None]
        """,
}


@pytest.mark.parametrize("body", HARDCODED.values(), ids=HARDCODED.keys())
def test_hardcoded_dtypes_are_found(body: str, lint):
    assert lines(lint, body, "LL308") == marked(body)


FLEXIBLE = {
    "a constant that is cast where it is used": """\
        def __init__(self, depth, **kwargs):
            super().__init__(**kwargs)
            self.angles = tf.cast(np.arange(depth), tf.float32)

        def call(self, x):
            return x + tf.cast(self.angles, x.dtype)
        """,
    "a constant that is replaced": """\
        def __init__(self, depth, **kwargs):
            super().__init__(**kwargs)
            self.angles = tf.cast(np.arange(depth), tf.float32)

        def build(self, input_shape):
            self.angles = tf.cast(self.angles, self.compute_dtype)

        def call(self, x):
            return x + self.angles
        """,
    "computed in float32 and cast back": """\
        def call(self, x):
            h = tf.cast(x, tf.float32)
            h = h / tf.norm(h, axis=-1, keepdims=True)
            return tf.cast(h, x.dtype)
        """,
    "the input's dtype": """\
        def call(self, x):
            return x * tf.cast(x > 0, x.dtype)
        """,
    "the compute dtype": """\
        def call(self, x):
            return x * tf.cast(x > 0, self.compute_dtype)
        """,
    "numbers and arrays": """\
        def call(self, x):
            return 0.5 * x * np.float32(2.0) + np.ones(4, "float32")
        """,
    "keras.ops promotes": """\
        def call(self, x):
            return keras.ops.multiply(x, keras.ops.cast(x > 0, "float32"))
        """,
    "an output in float32": """\
        def call(self, x):
            return tf.cast(self.dense(x), tf.float32)
        """,
    "a sublayer casts": """\
        def call(self, x):
            return self.dense(tf.cast(x, tf.float32)) + x
        """,
    "integers": """\
        def call(self, x):
            ids = tf.argmax(x, axis=-1)
            return tf.cast(ids, tf.float32) * 2.0
        """,
    "one-hot ids": """\
        def call(self, ids):
            return tf.one_hot(tf.cast(ids, tf.int32), 4) * tf.cast(1.0, tf.float32)
        """,
}


@pytest.mark.parametrize("body", FLEXIBLE.values(), ids=FLEXIBLE.keys())
def test_dtypes_that_follow_the_policy_are_fine(body: str, lint):
    assert lines(lint, body, "LL308") == []


def test_a_layer_that_fixes_its_dtype_may_count_on_it(lint):
    source = """\
    import tensorflow as tf
    from tensorflow import keras


    class Loss(keras.layers.Layer):
        def __init__(self, **kwargs):
            super().__init__(dtype="float32", **kwargs)

        def call(self, x):
            keep = tf.cast(x > 0, x.dtype)
            return x * tf.cast(x > 0, tf.float32) + (1.0 - keep) * -1e9
    """
    assert lint(source, select=["LL308", "LL310"]) == []


OVERFLOWING = {
    "added to scores": """\
        def call(self, x):
            return tf.nn.softmax(x + (1.0 - tf.cast(x > 0, x.dtype)) * -1e9)  # here
        """,
    "the other way round": """\
        def call(self, x):
            x += -1e9 * tf.cast(x < 0, x.dtype)  # here
            return tf.nn.softmax(x)
        """,
    "in keras.ops": """\
        def call(self, x):
            keep = keras.ops.cast(x > 0, x.dtype)
            return x + keras.ops.multiply(1.0 - keep, -1e10)  # here
        """,
    "a mask of Keras": """\
        def call(self, x, mask=None):
            keep = tf.cast(mask, self.compute_dtype)
            return x - 1e9 * (1.0 - keep)  # here
        """,
    "a constant of the module": """\
        def call(self, x):
            return x + NEGATIVE * tf.cast(x < 0, x.dtype)  # here
        """,
    "a local": """\
        def call(self, x):
            large = -1e9
            return x + large * tf.cast(x < 0, x.dtype)  # here
        """,
    "an attribute of the class": """\
        LARGE = -1e9

        def call(self, x):
            return x + self.LARGE * tf.cast(x < 0, x.dtype)  # here
        """,
}


@pytest.mark.parametrize("body", OVERFLOWING.values(), ids=OVERFLOWING.keys())
def test_masks_times_infinity_are_found(body: str, lint):
    assert lines(lint, body, "LL310") == marked(body)


FINITE = {
    "a constant that fits": """\
        def call(self, x):
            return x + (1.0 - tf.cast(x > 0, x.dtype)) * -3e4
        """,
    "where": """\
        def call(self, x):
            return tf.where(x > 0, x, -1e9)
        """,
    "in float32": """\
        def call(self, x):
            scores = tf.cast(x, tf.float32)
            return scores + (1.0 - tf.cast(x > 0, tf.float32)) * -1e9
        """,
    "no mask": """\
        def call(self, x):
            return x * 1e6
        """,
    "integers": """\
        def call(self, x):
            return tf.cast(x > 0, tf.int64) * 1000000
        """,
    "a local that is given another value": """\
        def call(self, x):
            large = -1e9
            if x.dtype == "float16":
                large = -3e4
            return x + large * tf.cast(x < 0, x.dtype)
        """,
    "an argument": """\
        def call(self, x, large=-1e9):
            large = min(large, x.dtype.max)
            return x + large * tf.cast(x < 0, x.dtype)
        """,
}


@pytest.mark.parametrize("body", FINITE.values(), ids=FINITE.keys())
def test_constants_that_do_no_harm_are_fine(body: str, lint):
    assert lines(lint, body, "LL310") == []


def test_a_constant_with_a_name_is_for_the_author(diagnose):
    body = """\
        def call(self, x):
            return x + NEGATIVE * tf.cast(x < 0, x.dtype)
    """
    (found,) = diagnose(HEAD + indent(dedent(body), "    "), "LL310")
    assert found.fix is None


VANISHING = {
    "a norm": """\
        def call(self, x):
            return tf.math.l2_normalize(x, axis=-1, epsilon=1e-12)  # here
        """,
    "an attribute that the constructor takes": """\
        def __init__(self, epsilon=1e-12):
            super().__init__()
            self.epsilon = epsilon

        def call(self, x):
            return x / (tf.reduce_sum(x) + self.epsilon)  # here
        """,
    "a divisor": """\
        def call(self, x):
            return x / (tf.reduce_sum(x) + 1e-12)  # here
        """,
    "a divisor with a name": """\
        def call(self, x):
            norm = tf.norm(x) + 1e-10  # here
            return x / norm
        """,
    "a logarithm": """\
        def call(self, x):
            return tf.math.log(x + 1e-8)  # here
        """,
    "below a root": """\
        def call(self, x):
            return x / tf.sqrt(tf.reduce_mean(x * x) + 1e-12)  # here
        """,
    "a lower bound": """\
        def call(self, x):
            return x / tf.maximum(tf.norm(x), 1e-12)  # here
        """,
    "an inverse root": """\
        def call(self, x):
            return x * tf.math.rsqrt(tf.reduce_sum(x * x) + 1e-12)  # here
        """,
}


@pytest.mark.parametrize("body", VANISHING.values(), ids=VANISHING.keys())
def test_epsilons_that_vanish_are_found(body: str, lint):
    assert lines(lint, body, "LL311") == marked(body)


SMALL = {
    "a norm that stays away from 0": """\
        def call(self, x):
            return tf.math.l2_normalize(x, axis=-1, epsilon=1e-6)
        """,
    "large enough": """\
        def call(self, x):
            return x / (tf.reduce_sum(x) + 1e-7)
        """,
    "in float32": """\
        def call(self, x):
            p = tf.nn.softmax(tf.cast(x, tf.float32))
            return tf.cast(-tf.reduce_sum(p * tf.math.log(p + 1e-9)), x.dtype)
        """,
    "guards nothing": """\
        def call(self, x):
            return x + 1e-12
        """,
    "of Keras": """\
        def call(self, x):
            return x / (tf.norm(x) + keras.backend.epsilon())
        """,
}


@pytest.mark.parametrize("body", SMALL.values(), ids=SMALL.keys())
def test_other_small_numbers_are_fine(body: str, lint):
    assert lines(lint, body, "LL311") == []


POLES = {
    "a logarithm": """\
        def call(self, x):
            return tf.where(x > 0, tf.math.log(x), 0.0)  # here
        """,
    "a division": """\
        def call(self, x):
            n = tf.reduce_sum(x, -1, keepdims=True)
            return tf.where(n != 0, x / n, tf.zeros_like(x))  # here
        """,
    "excluded by the other branch": """\
        def call(self, x):
            return tf.where(tf.equal(x, 0.0), tf.zeros_like(x), 1.0 / x)  # here
        """,
    "in keras.ops": """\
        def call(self, x):
            return keras.ops.where(x > 1e-6, keras.ops.log(x), 0.0)  # here
        """,
    "a negative power": """\
        def call(self, x):
            return tf.where(x > 0, x**-0.5, tf.zeros_like(x))  # here
        """,
    "a root as a power": """\
        def call(self, x):
            return tf.where(x > 0, tf.pow(x, 0.5), tf.zeros_like(x))  # here
        """,
}


@pytest.mark.parametrize("body", POLES.values(), ids=POLES.keys())
def test_poles_behind_where_are_found(body: str, lint):
    assert lines(lint, body, "LL312") == marked(body)


HARMLESS = {
    "excluded inside too": """\
        def call(self, x):
            safe = tf.where(x > 0, x, 1.0)
            return tf.where(x > 0, tf.math.log(safe), 0.0)
        """,
    "no pole": """\
        def call(self, x):
            return tf.where(x > 0, tf.sqrt(x), 0.0) + tf.where(x > 0, x, tf.exp(x))
        """,
    "another value": """\
        def call(self, inputs):
            x, y = inputs
            return tf.where(x > 0, tf.math.log(y), 0.0)
        """,
    "a bound below zero": """\
        def call(self, x):
            return tf.where(x > -1.0, tf.math.log(x), 0.0)
        """,
    "a count": """\
        def call(self, x):
            n = tf.size(x)
            return tf.where(n > 0, x / tf.cast(n, x.dtype), x)
        """,
    "functions whose gradient stays 0": """\
        def call(self, x):
            y = tf.where(x > 0, tf.math.rsqrt(x), 0.0)
            return y + tf.where(x != 0, tf.math.reciprocal(x), 0.0)
        """,
    "a square": """\
        def call(self, x):
            return tf.where(x > 0, x**2, 0.0)
        """,
    "divide_no_nan": """\
        def call(self, x):
            return tf.where(x != 0, tf.math.divide_no_nan(1.0, x), 0.0)
        """,
}


@pytest.mark.parametrize("body", HARMLESS.values(), ids=HARMLESS.keys())
def test_other_uses_of_where_are_fine(body: str, lint):
    assert lines(lint, body, "LL312") == []


CUT = {
    "behind a sublayer": """\
        def call(self, x):
            h = self.dense(x)
            return tf.numpy_function(np.sort, [h], tf.float32)  # here
        """,
    "in front of a weight": """\
        def call(self, x):
            y = tf.numpy_function(np.sort, [x], tf.float32)  # here
            return tf.matmul(y, self.kernel)
        """,
    "NumPy in a py_function": """\
        def call(self, x):
            h = self.dense(x)
            return tf.py_function(lambda v: np.sort(v.numpy()), [h], tf.float32)  # here
        """,
}


@pytest.mark.parametrize("body", CUT.values(), ids=CUT.keys())
def test_functions_without_a_gradient_are_found(body: str, lint):
    assert lines(lint, body, "LL306") == marked(body)


DIFFERENTIATED = {
    "TensorFlow in a py_function": """\
        def call(self, x):
            h = self.dense(x)
            return tf.py_function(lambda v: tf.sort(v), [h], tf.float32)
        """,
    "an index": """\
        def call(self, x):
            h = self.dense(x)
            order = tf.numpy_function(np.argsort, [h], tf.int64)
            return tf.gather(h, order)
        """,
    "stopped on purpose": """\
        def call(self, x):
            h = tf.stop_gradient(self.dense(x))
            return tf.numpy_function(np.sort, [h], tf.float32)
        """,
    "not used": """\
        def call(self, x):
            h = self.dense(x)
            tf.numpy_function(np.save, ["h.npy", h], tf.float32)
            return h
        """,
}


@pytest.mark.parametrize("body", DIFFERENTIATED.values(), ids=DIFFERENTIATED.keys())
def test_functions_that_need_no_gradient_are_fine(body: str, lint):
    assert lines(lint, body, "LL306") == []


def test_preparing_data_needs_no_gradient(lint):
    source = """\
    import numpy as np
    import tensorflow as tf
    from tensorflow import keras


    class Sort(keras.layers.Layer):
        def call(self, x):
            return tf.numpy_function(np.sort, [x], tf.float32)
    """
    assert lint(source, select="LL306") == []
