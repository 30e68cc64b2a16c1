"""LL103: which draws are noise for training, and which are what the layer is there for."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest

HEAD = """\
import tensorflow as tf
from tensorflow import keras


"""


def lines(lint: Any, source: str) -> list[int]:
    """The lines of `source` (from 1) that LL103 reports."""
    found = lint(HEAD + dedent(source), select="LL103")
    return [line - HEAD.count("\n") for _, line in found]


NOISE = {
    "dropout": """\
        class Thin(keras.layers.Layer):
            def call(self, x):
                return tf.nn.dropout(x, rate=0.5)  # here
        """,
    "augmentation": """\
        class Mirror(keras.layers.Layer):
            def call(self, x, training=None):
                x = tf.image.random_flip_left_right(x)  # here
                return x
        """,
    "added noise": """\
        class Jitter(keras.layers.Layer):
            def call(self, x):
                noise = tf.random.normal(tf.shape(x), stddev=self.stddev)  # here
                return x + noise
        """,
    "added noise, scaled": """\
        class Jitter(keras.layers.Layer):
            def call(self, x):
                return x + self.amount * keras.random.normal(keras.ops.shape(x))  # here
        """,
    "added noise, by function": """\
        class Jitter(keras.layers.Layer):
            def call(self, x):
                return tf.add(x, tf.random.uniform(tf.shape(x), -1.0, 1.0))  # here
        """,
    "a mask": """\
        class DropPath(keras.layers.Layer):
            def call(self, x):
                keep = 1.0 - self.rate
                mask = tf.floor(keep + tf.random.uniform([tf.shape(x)[0], 1]))  # here
                return x / keep * mask
        """,
    "a mask from a comparison": """\
        class DropPath(keras.layers.Layer):
            def call(self, x, training=None):
                mask = tf.random.uniform([tf.shape(x)[0], 1]) < self.keep  # here
                return x * tf.cast(mask, x.dtype)
        """,
    "zeros by where": """\
        class Hide(keras.layers.Layer):
            def call(self, x):
                drop = tf.random.uniform(tf.shape(x)) < self.rate  # here
                return tf.where(drop, 0.0, x)
        """,
    "a factor around one": """\
        class Speckle(keras.layers.Layer):
            def call(self, x):
                return x * (1.0 + self.amount * tf.random.normal(tf.shape(x)))  # here
        """,
    "a shift, in a layer that is called so": """\
        class ShiftAugmentation(keras.layers.Layer):
            def call(self, x):
                return tf.roll(x, tf.random.uniform([], 0, 9, tf.int32), 1)  # here
        """,
    "in a function of the module": """\
        def disturb(x, amount):
            return x + amount * tf.random.normal(tf.shape(x))  # here


        class Jitter(keras.layers.Layer):
            def call(self, x, training=None):
                return disturb(x, self.amount)
        """,
    "in a helper": """\
        class Jitter(keras.layers.Layer):
            def call(self, x, training=None):
                return self.disturb(x)

            def disturb(self, x):
                return x + tf.random.normal(tf.shape(x))  # here
        """,
    "with a seed": """\
        class Jitter(keras.layers.Layer):
            def call(self, x):
                return x + keras.random.normal(x.shape, seed=self.seed_generator)  # here
        """,
}


@pytest.mark.parametrize("source", NOISE.values(), ids=NOISE)
def test_reports_noise_that_inference_reaches(lint: Any, source: str) -> None:
    here = [n for n, line in enumerate(source.splitlines(), 1) if "# here" in line]
    assert lines(lint, source) == here


QUIET = {
    "guarded": """\
        class Jitter(keras.layers.Layer):
            def call(self, x, training=None):
                if training:
                    x = x + tf.random.normal(tf.shape(x))
                return x
        """,
    "a rate of zero in inference": """\
        class Thin(keras.layers.Layer):
            def call(self, x, training=None):
                return tf.nn.dropout(x, rate=self.rate if training else 0.0)
        """,
    "drawn but only used in training": """\
        class Jitter(keras.layers.Layer):
            def call(self, x, training=None):
                noise = tf.random.normal(tf.shape(x))
                if training:
                    x = x + noise
                return x
        """,
    "the reparameterisation of an autoencoder": """\
        class Code(keras.layers.Layer):
            def call(self, inputs):
                mean, log_var = inputs
                epsilon = tf.random.normal(tf.shape(mean))
                return mean + tf.exp(0.5 * log_var) * epsilon
        """,
    "a layer that samples by name": """\
        class Sampling(keras.layers.Layer):
            def call(self, mean):
                return mean + self.stddev * tf.random.normal(tf.shape(mean))
        """,
    "Monte Carlo dropout, documented": '''\
        class Dropper(keras.layers.Layer):
            """Dropout that stays on for uncertainty estimates."""

            def call(self, x):
                return tf.nn.dropout(x, rate=0.5)
        ''',
    "a comment that says so": """\
        class Dropper(keras.layers.Layer):
            def call(self, x):
                # applied both in training and at inference
                return tf.nn.dropout(x, rate=0.5)
        """,
    "noise whose amount is learned": """\
        class Inject(keras.layers.Layer):
            def build(self, shape):
                self.amount = self.add_weight(name="amount", shape=(shape[-1],))

            def call(self, x):
                return x + self.amount * tf.random.normal(tf.shape(x))
        """,
    "a generator's input": """\
        class Synth(keras.layers.Layer):
            def call(self, loudness):
                noise = tf.random.uniform([tf.shape(loudness)[0], 1000])
                return tf.signal.fft(tf.cast(noise, tf.complex64))
        """,
    "a rate that is an input": """\
        class Switched(keras.layers.Layer):
            def call(self, inputs):
                return tf.nn.dropout(inputs[0], rate=0.5 * inputs[1])
        """,
    "mask tokens for pretraining": """\
        class Hide(keras.layers.Layer):
            def build(self, shape):
                self.token = self.add_weight(name="token", shape=(shape[-1],))

            def call(self, x):
                hidden = tf.random.uniform(tf.shape(x)[:2]) < self.rate
                return tf.where(hidden[..., None], self.token, x)
        """,
    "the forward process of a diffusion model": """\
        class Forward(keras.layers.Layer):
            def call(self, x, t):
                noise = tf.random.normal(tf.shape(x))
                return tf.gather(self.signal, t) * x + tf.gather(self.rest, t) * noise
        """,
    "preprocessing": """\
        class Flip(keras.layers.experimental.preprocessing.PreprocessingLayer):
            def call(self, x):
                return tf.image.random_flip_left_right(x)
        """,
    "numbers that Python draws when tracing": """\
        import random

        class Jitter(keras.layers.Layer):
            def call(self, x):
                return x + random.random()
        """,
}


@pytest.mark.parametrize("source", QUIET.values(), ids=QUIET)
def test_leaves_other_draws_alone(lint: Any, source: str) -> None:
    assert lines(lint, source) == []
