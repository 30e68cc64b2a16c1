"""LL101: which `call()` needs a `training` parameter."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

HEAD = """\
import keras
import tensorflow as tf


"""


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
