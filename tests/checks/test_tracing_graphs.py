"""Python at tracing time, `tf.function` in layers, and symbolic tensors outside of them."""

from __future__ import annotations

from textwrap import dedent

HEAD = """\
import random

import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


"""


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


def test_weights_made_inside_are_a_matter_of_keras_3(diagnose):
    source = HEAD + dedent(DECORATED["weights made inside"])
    (found,) = diagnose(source, "LL307")
    assert found.generations == (3,)


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
