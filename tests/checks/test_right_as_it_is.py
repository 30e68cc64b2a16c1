"""Code that looks like a bug and is none: each once was, or easily is, reported."""

from __future__ import annotations

from textwrap import dedent

import pytest

KERAS2 = "import tensorflow as tf\nimport tf_keras as keras\n\n\n"
KERAS3 = "import keras\nimport tensorflow as tf\nfrom keras import ops\n\n\n"

SILENT = {
    "a flag that is only thrown away": (
        "LL109",
        KERAS3,
        """
        class Plain(keras.layers.Dense):
            def call(self, *args, **kwargs):
                kwargs.pop("training", None)
                return super().call(*args, **kwargs)
        """,
    ),
    "a flag that is kept in a name that nobody reads": (
        "LL109",
        KERAS3,
        """
        class Plain(keras.layers.Dense):
            def call(self, x, **kwargs):
                training = kwargs.pop("training", None)
                return super().call(x)
        """,
    ),
    "variables without names that no model lives to save": (
        "LL214",
        KERAS2,
        """
        class Norm(keras.layers.Layer):
            def call(self, x):
                self.scale = tf.Variable(tf.ones([4]))
                self.shift = tf.Variable(tf.zeros([4]))
                return x * self.scale + self.shift
        """,
    ),
    "a layer made once, under a computed name": (
        "LL204",
        KERAS2,
        """
        class Norms(keras.layers.Layer):
            def norm(self, key):
                name = "norm_" + key
                if not hasattr(self, name):
                    setattr(self, name, keras.layers.LayerNormalization())
                return getattr(self, name)

            def call(self, x):
                return self.norm("x")(x)
        """,
    ),
    "a size that the class's own __call__ fills in": (
        "LL302",
        KERAS3,
        """
        class Pool(keras.layers.Layer):
            def __call__(self, x, index, size=None):
                if size is None:
                    size = int(ops.max(index)) + 1
                return self.call(x, index=index, size=size)

            def call(self, x, index, size=None):
                index = ops.cast(index, "int32")
                if size is None:
                    size = int(ops.max(index)) + 1
                return ops.segment_max(x, index, num_segments=size)
        """,
    ),
    "a tensor of the constructor, which has its value": (
        "LL302",
        KERAS3,
        """
        class Scaled(keras.layers.Layer):
            def __init__(self, factor=1.0, **kwargs):
                super().__init__(**kwargs)
                self.factor = tf.constant(factor, dtype=tf.float32)

            def call(self, x):
                return x * float(self.factor)
        """,
    ),
    "what is counted before the layer is built": (
        "LL207",
        KERAS3,
        """
        class Scaled(keras.layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.scale = 1.0

            def call(self, x):
                if not self.built:
                    self.scale *= 2.0
                return x * self.scale
        """,
    ),
    "layers in a function that converts what it gets": (
        "LL309",
        KERAS3,
        """
        def perceptron(x, sizes):
            x = tf.convert_to_tensor(x)
            for size in sizes:
                x = keras.layers.Dense(size)(x)
            return tf.reshape(x, (-1, sizes[-1]))


        def encode(x, y):
            hidden = perceptron(tf.concat([x, y], axis=-1), [4, 4])
            return tf.reduce_mean(hidden, axis=1)
        """,
    ),
    "layers on what has a shape of TensorFlow": (
        "LL309",
        KERAS3,
        """
        def attention(q):
            width = q.shape.as_list()[-1]
            return tf.nn.softmax(keras.layers.Dense(width)(q))
        """,
    ),
    "the degree of a node, which nothing trains": (
        "LL312",
        KERAS3,
        """
        class Mean(keras.layers.Layer):
            def call(self, x, index, weight):
                degree = ops.segment_sum(weight, index)
                inverse = ops.where(ops.equal(degree, 0), 0.0, 1.0 / degree)
                return x * ops.expand_dims(inverse, -1)
        """,
    ),
    "an initializer of the project by its name": (
        "LL209",
        KERAS2,
        """
        class Complex(keras.layers.Dense):
            def __init__(self, units, kernel_initializer="ComplexGlorot", **kwargs):
                super().__init__(units, kernel_initializer=kernel_initializer, **kwargs)

            def build(self, input_shape):
                shape = (input_shape[-1], self.units)
                self.re = self.add_weight(
                    name="re", shape=shape, initializer=self.kernel_initializer
                )
                self.im = self.add_weight(
                    name="im", shape=shape, initializer=self.kernel_initializer
                )

            def call(self, x):
                return x @ self.re + x @ self.im
        """,
    ),
    "start vectors that the layer overwrites": (
        "LL209",
        KERAS2,
        """
        class Spectral(keras.layers.Layer):
            def build(self, input_shape):
                start = keras.initializers.RandomNormal()
                self.u = self.add_weight(
                    name="u", shape=(4,), initializer=start, trainable=False
                )
                self.v = self.add_weight(
                    name="v", shape=(4,), initializer=start, trainable=False
                )

            def call(self, x, training=None):
                if training:
                    self.v.assign(tf.nn.l2_normalize(self.u))
                    self.u.assign(tf.nn.l2_normalize(self.v))
                return x / tf.reduce_sum(self.u * self.v)
        """,
    ),
}


@pytest.mark.parametrize(("code", "head", "source"), SILENT.values(), ids=SILENT.keys())
def test_it_is_not_reported(code, head, source, lint):
    assert lint(head + dedent(source), select=code) == []


def message(diagnose, code, source):
    found = diagnose(source, select=code)
    assert len(found) == 1
    return found[0].message


GUARDED = """
class Log(keras.layers.Layer):
    def call(self, x):
        return {expression}
"""


def test_where_the_gradient_is_nan_is_said_by_the_side_that_the_condition_leaves_out(diagnose):
    above = GUARDED.format(expression="tf.where(x > 0, tf.math.log(x), 0.0)")
    assert "is NaN where `x > 0` is false" in message(diagnose, "LL312", KERAS2 + above)
    equal = GUARDED.format(expression="tf.where(tf.equal(x, 0.0), 0.0, 1.0 / x)")
    assert "is NaN where `tf.equal(x, 0.0)` is true" in message(diagnose, "LL312", KERAS2 + equal)


SHARED = """
class Pair(keras.layers.Layer):
    def build(self, input_shape):
        draw = keras.initializers.RandomNormal()
        self.query = self.add_weight(name="query", shape=(4, 3), initializer=draw)
        self.bias = self.add_weight(name="bias", shape={bias}, initializer={initializer})
        {third}

    def call(self, x):
        return x @ self.query + self.bias
"""


def test_the_other_weight_that_is_named_has_the_same_shape(diagnose):
    third = 'self.key = self.add_weight(name="key", shape=(3,), initializer=draw)'
    source = SHARED.format(bias="(3,)", initializer="draw", third=third)
    text = message(diagnose, "LL209", KERAS2 + source)
    assert "used for `key` as well: both draw the same numbers" in text


def test_weights_of_different_shapes_only_begin_with_the_same_numbers(diagnose):
    source = SHARED.format(bias="(3,)", initializer="draw", third="pass")
    assert "both begin with the same" in message(diagnose, "LL209", KERAS2 + source)


def test_a_variable_that_may_be_trained_is_not_said_to_be_drawn_anew(diagnose):
    source = """
class Biased(keras.layers.Layer):
    def __init__(self, use_bias=True, bias_initializer="zeros", **kwargs):
        super().__init__(**kwargs)
        self.use_bias = use_bias
        self.bias_initializer = keras.initializers.get(bias_initializer)

    def build(self, input_shape):
        self.bias = tf.Variable(self.bias_initializer(shape=(3,)), trainable=self.use_bias)

    def call(self, x):
        return x + self.bias
"""
    assert "not trained by `fit` and not saved" in message(diagnose, "LL201", KERAS3 + source)
