"""Fixes that would change what a program does beside what is reported: these are not safe."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest

HEAD = """\
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


"""
LOOP = """

def train(layer, batches):
    for x in batches:
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(layer(x))
"""
DEFAULT = """
class Noise(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.drop = layers.Dropout(0.5)

    def call(self, x, training=True):
        return self.drop(x, training=training)
"""
AVERAGE = """
class Center(layers.Layer):
    \"\"\"{doc}\"\"\"

    def build(self, shape):
        self.average = self.add_weight(name="average", shape=(shape[-1],), trainable=False)

    def call(self, x):
        mean = tf.reduce_mean(x, axis=0)
        self.average.assign(0.9 * self.average + 0.1 * mean)
        return x - self.average
"""
CENTER = AVERAGE.format(doc="Centers its input.")
TOLD = AVERAGE.format(doc="A layer for streaming.")
MASKS = """
class Scores(layers.Layer):
    def call(self, x, first=None, second=None):
        scores = tf.matmul(x, x, transpose_b=True)
        {more}
        scores += (1.0 - x) * -1e9
        return tf.nn.softmax(scores)
"""

SAFETY = {
    "a default that a loop trains by": ("LL106", DEFAULT + LOOP, "unsafe"),
    "a default that no loop trains by": ("LL106", DEFAULT, "safe"),
    "an update that a loop without a flag needs": ("LL102", CENTER + LOOP, "unsafe"),
    "an update that fit makes": ("LL102", CENTER, "safe"),
    "an update of a layer that says what it is for": ("LL102", TOLD, "unsafe"),
    "one mask": ("LL310", MASKS.format(more=""), "safe"),
    "two masks": ("LL310", MASKS.format(more="scores += (1.0 - first) * -1e9"), "unsafe"),
    "a mask chosen beside it": (
        "LL310",
        MASKS.format(more="scores = tf.where(first, scores, -1e9)"),
        "unsafe",
    ),
}


@pytest.mark.parametrize("kind", SAFETY)
def test_a_fix_is_safe_where_nobody_counts_on_what_it_changes(kind: str, diagnose: Any) -> None:
    rule, source, safety = SAFETY[kind]
    *_, found = diagnose(HEAD + dedent(source), rule)
    assert found.fix.applicability == safety


BLOCK = """
class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.drop = layers.Dropout(0.5)

    def call(self, x, mask, {parameter}):
        return self.drop(x) * {parameter}


class Stack(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.block = Block()

    def call(self, x, mask=None, training=None):
        return self.block({given})
"""
NAMED = {
    "LL118": ("training", "x, mask, training", "x, mask=mask, training=training"),
    "LL411": ("scale", "x, None, 2.0", "x, mask=None, scale=2.0"),
}


@pytest.mark.parametrize("rule", NAMED)
def test_the_mask_is_named_with_what_stands_behind_it(rule: str, diagnose: Any) -> None:
    parameter, given, named = NAMED[rule]
    source = HEAD + BLOCK.format(parameter=parameter, given=given)
    (found,) = diagnose(source, rule)
    for edit in sorted(found.fix.edits, reverse=True):
        source = source[: edit.start] + edit.text + source[edit.end :]
    assert f"self.block({named})" in source
