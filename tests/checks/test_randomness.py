"""Seeds (LL601, LL602) and generators in branches, maps and calls (LL603, LL604, LL605)."""

from __future__ import annotations

import pytest

LAYER = """
import keras
import tensorflow as tf
from keras import ops

SEED = 7


class Noise(keras.layers.Layer):
    def __init__(self, {parameter}, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed
        self.generator = keras.random.SeedGenerator(1)

    def call(self, inputs, training=None):
        shape = ops.shape(inputs)
{body}
"""


def layer(body, parameter="seed=None"):
    lines = body.strip("\n").split("\n")
    text = "\n".join(f"        {line}" for line in lines)
    return LAYER.format(parameter=parameter, body=text)


DRAW = "keras.random.normal(shape, seed=self.generator)"


@pytest.mark.parametrize(
    "body",
    [
        f"return ops.vectorized_map(lambda row: row + {DRAW}, inputs)",
        "return tf.vectorized_map(lambda row: keras.random.dropout(row, 0.5), inputs)",
        "return tf.vectorized_map(self.disturb, inputs)",
        "return ops.vectorized_map(lambda row: self.drop(row, training=True), inputs)",
    ],
)
def test_a_draw_in_a_vectorized_map_is_reported(lint, body):
    source = layer(body).replace(
        "        self.seed = seed",
        "        self.seed = seed\n        self.drop = keras.layers.Dropout(0.5)",
    )
    source += f"\n    def disturb(self, row):\n        shape = ()\n        return row * {DRAW}\n"
    assert [code for code, _ in lint(source, select="LL604")] == ["LL604"]
