"""LL101: which `call()` needs a `training` parameter."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest

HEAD = """\
import keras
import tensorflow as tf


"""


def lines(lint: Any, source: str, select: str = "LL101") -> list[int]:
    """The lines of `source` (from 1) that are reported."""
    found = lint(HEAD + dedent(source), select=select)
    return [line - HEAD.count("\n") for _, line in found]


MISSING = {
    "dropout": """\
        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.drop = keras.layers.Dropout(0.5)

            def call(self, x):  # here
                return self.drop(x)
        """,
    "layers in a list": """\
        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.blocks = []
                for _ in range(3):
                    self.blocks.append(keras.layers.Dense(4))
                    self.blocks.append(keras.layers.BatchNormalization())

            def call(self, x):  # here
                for block in self.blocks:
                    x = block(x)
                return x
        """,
    "a Sequential": """\
        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.body = keras.Sequential([keras.layers.Dense(4), keras.layers.Dropout(0.5)])

            def call(self, x):  # here
                return self.body(x)
        """,
    "recurrent dropout": """\
        class Net(keras.Model):
            def __init__(self, rate):
                super().__init__()
                self.memory = keras.layers.Bidirectional(keras.layers.LSTM(4, dropout=rate))

            def call(self, x):  # here
                return self.memory(x)
        """,
    "image augmentation": """\
        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.flip = keras.layers.RandomFlip()

            def call(self, x):  # here
                return self.flip(x)
        """,
    "a layer of the project that asks for the mode": """\
        class Noise(keras.layers.Layer):
            def call(self, x, training=None):
                return x + keras.random.normal(x.shape) if training else x


        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.noise = Noise()

            def call(self, x):  # here
                return self.noise(x)
        """,
    "a layer of the project that holds dropout": """\
        class Block(keras.layers.Layer):
            def __init__(self):
                super().__init__()
                self.drop = keras.layers.Dropout(0.5)

            def call(self, x):
                return self.drop(x)


        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.block = Block()

            def call(self, x):  # here
                return self.block(x)
        """,
    "a subclass of a built-in layer": """\
        class MyDropout(keras.layers.Dropout):
            pass


        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.drop = MyDropout(0.5)

            def call(self, x):  # here
                return self.drop(x)
        """,
    "through a helper": """\
        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.norm = keras.layers.BatchNormalization()

            def call(self, x):  # here
                return self.encode(x)

            def encode(self, x):
                return self.norm(x)
        """,
    "**kwargs alone": """\
        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.drop = keras.layers.Dropout(0.5)

            def call(self, x, **kwargs):  # here
                return self.drop(x)
        """,
    "a layer that updates state": """\
        class Center(keras.layers.Layer):
            def build(self, shape):
                self.mean = self.add_weight(shape=(), trainable=False)

            def call(self, x):  # here
                self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
                return x - self.mean
        """,
    "a layer that draws noise": """\
        class Jitter(keras.layers.Layer):
            def call(self, x):  # here
                return x + keras.random.normal(x.shape)
        """,
}


@pytest.mark.parametrize("source", MISSING.values(), ids=MISSING)
def test_reports_a_call_that_cannot_know_the_mode(lint: Any, source: str) -> None:
    here = [n for n, line in enumerate(source.splitlines(), 1) if "# here" in line]
    assert lines(lint, source) == here


FINE = {
    "a Layer that only wraps dropout": """\
        class Block(keras.layers.Layer):
            def __init__(self):
                super().__init__()
                self.drop = keras.layers.Dropout(0.5)

            def call(self, x):
                return self.drop(x)
        """,
    "a model that takes the flag and does not pass it on": """\
        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.drop = keras.layers.Dropout(0.5)

            def call(self, x, training=None):
                return self.drop(x)
        """,
    "nothing in it depends on the mode": """\
        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.body = [keras.layers.Dense(4), keras.layers.LSTM(4), keras.layers.Dropout(0)]

            def call(self, x):
                for layer in self.body:
                    x = layer(x)
                return x
        """,
    "a layer that takes the flag and ignores it": """\
        class Plain(keras.layers.Layer):
            def call(self, x, training=None):
                return x + 1


        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.plain = Plain()

            def call(self, x):
                return self.plain(x)
        """,
    "frozen on purpose": """\
        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.norm = keras.layers.BatchNormalization()

            def call(self, x):
                return self.norm(x, training=False)
        """,
    "a train_step that says so": """\
        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.drop = keras.layers.Dropout(0.5)

            def call(self, x):
                return self.drop(x)

            def train_step(self, data):
                x, y = data
                loss = self.compute_loss(y=y, y_pred=self(x, training=True))
                return {"loss": loss}
        """,
    "a model that only others call": """\
        class Encoder(keras.Model):
            def __init__(self):
                super().__init__()
                self.drop = keras.layers.Dropout(0.5)

            def call(self, x):
                return self.drop(x)


        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.encoder = Encoder()

            def call(self, x, training=None):
                return self.encoder(x)
        """,
    "a layer that nobody calls": """\
        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.drop = keras.layers.Dropout(0.5)
                self.out = keras.layers.Dense(1)

            def call(self, x):
                return self.out(x)
        """,
    "an unknown layer from outside": """\
        class Net(keras.Model):
            def __init__(self, encoder):
                super().__init__()
                self.encoder = encoder

            def call(self, x):
                return self.encoder(x)
        """,
    "the flag from **kwargs, which is another rule's": """\
        class Net(keras.Model):
            def __init__(self):
                super().__init__()
                self.drop = keras.layers.Dropout(0.5)

            def call(self, x, **kwargs):
                return self.drop(x, training=kwargs.get("training"))
        """,
}


@pytest.mark.parametrize("source", FINE.values(), ids=FINE)
def test_leaves_a_call_alone_that_needs_no_flag(lint: Any, source: str) -> None:
    assert lines(lint, source) == []


def test_keras_2_tells_a_model_anyway(lint: Any) -> None:
    source = dedent(MISSING["dropout"])
    assert lint("import tf_keras as keras\n" + source, select="LL101") == []


def test_keras_2_cannot_tell_a_layer_that_does_it_itself(lint: Any) -> None:
    head = HEAD.replace("import keras", "import tf_keras as keras")
    source = head + dedent(MISSING["a layer that updates state"])
    assert [code for code, _ in lint(source, select="LL101")] == ["LL101"]


@pytest.mark.parametrize("what", ["a layer that updates state", "a layer that draws noise"])
def test_the_rule_that_reports_the_line_speaks_instead(lint: Any, what: str) -> None:
    found = lint(HEAD + dedent(MISSING[what]), select=["LL101", "LL102", "LL103"])
    assert [code for code, _ in found] in (["LL102"], ["LL103"])


def test_require_sublayers_wants_the_parameter_in_layers_that_hold_dropout(lint: Any) -> None:
    options = {"missing-training-parameter.require": "sublayers"}
    wraps = HEAD + dedent(FINE["a Layer that only wraps dropout"])
    plain = HEAD + dedent(FINE["an unknown layer from outside"])
    assert [code for code, _ in lint(wraps, "LL101", options)] == ["LL101"]
    assert lint(plain, "LL101", options) == []


def test_require_always_wants_the_parameter_in_every_call(lint: Any) -> None:
    options = {"missing-training-parameter.require": "always"}
    plain = HEAD + dedent(FINE["an unknown layer from outside"])
    takes = HEAD + dedent(FINE["a model that takes the flag and does not pass it on"])
    assert [code for code, _ in lint(plain, "LL101", options)] == ["LL101"]
    assert lint(takes, "LL101", options) == []
