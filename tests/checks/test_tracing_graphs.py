"""Python at tracing time, `tf.function` in layers, and symbolic tensors outside of them."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest

HEAD = """\
import random

import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


"""


def lines(lint: Any, source: str, rule: str) -> list[int]:
    """The lines of `source` that the rule reports."""
    found = lint(HEAD + dedent(source), select=rule)
    return sorted({line - HEAD.count("\n") for _, line in found})


def marked(source: str) -> list[int]:
    """The lines that end in `# here`."""
    return [
        number
        for number, line in enumerate(dedent(source).splitlines(), 1)
        if line.endswith("# here")
    ]


DRAWN_ONCE = {
    "an array": """\
        class Noise(layers.Layer):
            def call(self, x, training=None):
                if training:
                    x = x + np.random.normal(size=4)  # here
                return x
        """,
    "a coin": """\
        class Skip(layers.Layer):
            def call(self, x, training=None):
                if training and random.random() < 0.5:  # here
                    return x
                return 2.0 * x
        """,
    "in a helper": """\
        class Shift(layers.Layer):
            def call(self, x):
                return x + self.amount()

            def amount(self):
                return np.random.uniform(-1.0, 1.0)  # here
        """,
    "a generator of the layer": """\
        class Shift(layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.rng = np.random.default_rng()

            def call(self, x):
                return x + self.rng.normal(size=4)  # here
        """,
}


@pytest.mark.parametrize("source", DRAWN_ONCE.values(), ids=DRAWN_ONCE.keys())
def test_draws_at_tracing_are_found(source: str, lint):
    assert lines(lint, source, "LL301") == marked(source)


DRAWN_WELL = {
    "by TensorFlow": """\
        class Noise(layers.Layer):
            def call(self, x):
                return x + tf.random.normal(tf.shape(x))
        """,
    "in the constructor": """\
        class Projection(layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.table = np.random.RandomState(0).normal(size=(4, 4))

            def call(self, x):
                return tf.matmul(x, tf.cast(self.table, x.dtype))
        """,
    "in a py_function": """\
        class Noise(layers.Layer):
            def call(self, x):
                return tf.py_function(lambda v: v + np.random.normal(), [x], tf.float32)
        """,
    "outside of call": """\
        class Noise(layers.Layer):
            def call(self, x):
                return x

            def sample(self, n):
                return np.random.normal(size=n)
        """,
    "in a layer that runs eagerly": """\
        class Noise(layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(dynamic=True, **kwargs)

            def call(self, x):
                return x + np.random.normal()
        """,
    "on plain values": """\
        class Mask(layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self._convert_input_args = False

            def call(self, tokens):
                random.shuffle(tokens)
                return tokens
        """,
}


@pytest.mark.parametrize("source", DRAWN_WELL.values(), ids=DRAWN_WELL.keys())
def test_other_draws_are_fine(source: str, lint):
    assert lines(lint, source, "LL301") == []


DECORATED = {
    "call": """\
        class Block(layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.drop = layers.Dropout(0.5)

            @tf.function  # here
            def call(self, x):
                return self.drop(x)
        """,
    "with arguments": """\
        class Block(layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.norm = layers.BatchNormalization()

            @tf.function(jit_compile=True)  # here
            def call(self, x):
                return self.norm(x)
        """,
    "a helper": """\
        class Net(keras.Model):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.drop = layers.Dropout(0.5)

            def call(self, x, training=None):
                return self.encode(x)

            @tf.function  # here
            def encode(self, x):
                return self.drop(x)
        """,
    "weights made inside": """\
        class Block(keras.layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.dense = layers.Dense(4)

            @tf.function  # here
            def call(self, x):
                return self.dense(x)
        """,
}


@pytest.mark.parametrize("source", DECORATED.values(), ids=DECORATED.keys())
def test_decorated_calls_are_found(source: str, lint):
    assert lines(lint, source, "LL307") == marked(source)


def test_weights_made_inside_are_a_matter_of_keras_3(diagnose):
    source = HEAD + dedent(DECORATED["weights made inside"])
    (found,) = diagnose(source, "LL307")
    assert found.generations == (3,)


TRACED_WELL = {
    "with the flag": """\
        class Block(layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.drop = layers.Dropout(0.5)

            @tf.function
            def call(self, x, training=None):
                return self.drop(x, training=training)
        """,
    "no sublayers": """\
        class Wave(layers.Layer):
            @tf.function
            def call(self, x):
                return tf.sin(x)
        """,
    "for serving": """\
        class Net(keras.Model):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.drop = layers.Dropout(0.5)

            def call(self, x, training=None):
                return self.drop(x)

            @tf.function
            def serve(self, x):
                return self(x, training=False)
        """,
    "built before": """\
        class Block(layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.dense = layers.Dense(4)

            def build(self, input_shape):
                self.dense.build(input_shape)

            @tf.function
            def call(self, x):
                return self.dense(x)
        """,
    "the mode is said": """\
        class Block(layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.drop = layers.Dropout(0.5)

            @tf.function
            def call(self, x):
                return self.drop(x, training=True)
        """,
}


@pytest.mark.parametrize("source", TRACED_WELL.values(), ids=TRACED_WELL.keys())
def test_other_decorated_methods_are_fine(source: str, lint):
    assert lines(lint, source, "LL307") == []


def test_deleting_the_decorator_may_lose_autograph(diagnose):
    source = HEAD + dedent(
        """\
        class Block(layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.drop = layers.Dropout(0.5)

            @tf.function
            def call(self, x):
                if tf.reduce_sum(x) > 0:
                    x = self.drop(x)
                return x
        """
    )
    (found,) = diagnose(source, "LL307")
    assert found.fix is not None
    assert found.fix.applicability == "unsafe"


SYMBOLIC = {
    "an input": """\
        inputs = keras.Input((4,))
        outputs = tf.nn.relu(inputs)  # here
        """,
    "behind layers": """\
        def make():
            inputs = layers.Input(shape=(4,))
            x = layers.Dense(3)(inputs)
            dense = layers.Dense(3)
            y = dense(x)
            return keras.Model(inputs, tf.concat([x, y], axis=-1))  # here
        """,
    "in a function that is called": """\
        def squeeze(x):
            return tf.squeeze(x, axis=1)  # here


        def make():
            inputs = keras.Input((1, 4))
            return keras.Model(inputs, squeeze(inputs))
        """,
    "in a block": """\
        def block(x, filters):
            y = layers.Conv2D(filters, 3, padding="same")(x)
            return tf.nn.relu(y)  # here
        """,
    "the output of a model": """\
        def head():
            base = keras.applications.ResNet50(include_top=False)
            x = tf.reduce_mean(base.output, axis=[1, 2])  # here
            return keras.Model(base.input, layers.Dense(2)(x))
        """,
    "the old backend": """\
        inputs = keras.Input((4,))
        outputs = tf.keras.backend.mean(inputs, axis=1)  # here
        """,
    "after operators": """\
        inputs = keras.Input((4,))
        outputs = tf.exp(2.0 * inputs[:, :2])  # here
        """,
}


@pytest.mark.parametrize("source", SYMBOLIC.values(), ids=SYMBOLIC.keys())
def test_tensorflow_on_symbolic_tensors_is_found(source: str, lint):
    assert lines(lint, source, "LL309") == marked(source)


CONCRETE = {
    "an input that only Keras 2 can make": """\
        inputs = keras.Input(type_spec=tf.RaggedTensorSpec([None, None], tf.int64))
        x = tf.concat([inputs, inputs], axis=-1)
        """,
    "in a layer": """\
        class Mish(layers.Layer):
            def call(self, x):
                return x * tf.math.tanh(tf.math.softplus(x))


        inputs = keras.Input((4,))
        outputs = Mish()(inputs)
        """,
    "in a Lambda": """\
        inputs = keras.Input((4,))
        outputs = layers.Lambda(lambda x: tf.nn.relu(x))(inputs)
        """,
    "keras.ops and operators": """\
        inputs = keras.Input((4,))
        outputs = keras.ops.exp(inputs) * 2.0 + inputs[:, :1]
        """,
    "data": """\
        def preprocess(path):
            image = tf.io.decode_png(tf.io.read_file(path))
            image = layers.Resizing(8, 8)(tf.cast(image, tf.float32))
            return tf.cast(image, tf.uint8)
        """,
    "shared with data": """\
        def scale(x):
            return tf.cast(x, tf.float32) / 255.0


        def make():
            inputs = keras.Input((4,))
            return keras.Model(inputs, scale(inputs))


        def load(path):
            return scale(tf.io.decode_png(tf.io.read_file(path)))
        """,
    "a layer called on data": """\
        def probe(model):
            data = tf.random.normal((2, 4))
            dense = layers.Dense(3)
            return tf.reduce_sum(dense(data))
        """,
    "static questions": """\
        inputs = keras.Input((4,))
        print(tf.is_tensor(inputs))
        """,
}


@pytest.mark.parametrize("source", CONCRETE.values(), ids=CONCRETE.keys())
def test_tensorflow_elsewhere_is_fine(source: str, lint):
    assert lines(lint, source, "LL309") == []


def test_another_backend_may_be_behind_a_name_of_the_project(lint):
    source = """\
    from keras import Input

    from backend import functional


    inputs = Input((4,))
    outputs = functional.exp(inputs)
    """
    backend = """\
    try:
        import tensorflow as functional
    except ImportError:
        from keras import ops as functional
    """
    assert lint(source, select="LL309", backend=backend) == []


def test_side_effects_are_opt_in(lint):
    source = """\
    from tensorflow import keras


    class Loud(keras.layers.Layer):
        def call(self, x):
            print("calling", x)
            if x is None:
                print("nothing")
                raise ValueError("no input")
            return x
    """
    assert lint(source) == []
    assert lint(source, select="LL305") == [("LL305", 6)]
