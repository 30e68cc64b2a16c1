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


@pytest.mark.parametrize(
    "draw",
    [
        "keras.random.normal(shape, seed=42)",
        "keras.random.normal(shape, 0.0, 1.0, None, 42)",
        "keras.random.normal(shape, seed=SEED)",
        "keras.random.normal(shape, seed=self.seed)",
    ],
)
def test_a_constant_seed_is_reported(lint, draw):
    assert lint(layer(f"return inputs + {draw}"), select="LL601") == [("LL601", 17)]


@pytest.mark.parametrize("seed", ["(1, 2)", "[1, 2]", "tf.constant([1, 2])"])
def test_a_constant_seed_of_a_stateless_draw_in_training_is_reported(lint, seed):
    body = (
        f"if training:\n    inputs += tf.random.stateless_normal(shape, seed={seed})\nreturn inputs"
    )
    assert lint(layer(body), select="LL601") == [("LL601", 18)]


@pytest.mark.parametrize(
    "draw",
    [
        "keras.random.normal(shape)",
        "keras.random.normal(shape, seed=None)",
        "keras.random.normal(shape, seed=self.generator)",
        "tf.random.normal(shape, seed=42)",
        "tf.nn.dropout(inputs, 0.5, seed=42)",
        "keras.layers.Dropout(0.5, seed=42)(inputs)",
        "tf.random.stateless_normal(shape, seed=self.generator.next())",
    ],
)
def test_a_seed_that_starts_a_sequence_is_silent(lint, draw):
    assert lint(layer(f"return inputs + {draw}"), select="LL601") == []


def test_a_stateless_draw_outside_of_training_may_be_a_fixed_projection(lint):
    body = "return inputs @ tf.random.stateless_normal((4, 4), seed=(1, 2))"
    assert lint(layer(body), select="LL601") == []


@pytest.mark.parametrize(
    "parameter", ["seed: keras.random.SeedGenerator", "seed: int | keras.random.SeedGenerator = 1"]
)
def test_a_seed_that_may_be_a_generator_is_silent(lint, parameter):
    source = layer("return inputs + keras.random.normal(shape, seed=self.seed)", parameter)
    assert lint(source, select="LL601") == []


def test_a_draw_without_the_seed_that_the_layer_takes_is_reported(lint):
    body = "return inputs + keras.random.normal(shape)"
    assert lint(layer(body), select="LL602") == [("LL602", 17)]


@pytest.mark.parametrize(
    ("body", "parameter"),
    [
        ("return inputs + keras.random.normal(shape, seed=self.generator)", "seed=None"),
        ("return inputs + tf.random.normal(shape)", "seed=None"),
        ("return inputs + keras.random.normal(shape)", "seeds=None"),
    ],
)
def test_a_draw_with_the_seed_or_in_a_layer_without_one_is_silent(lint, body, parameter):
    assert lint(layer(body, parameter), select="LL602") == []


DRAW = "keras.random.normal(shape, seed=self.generator)"


@pytest.mark.parametrize(
    "body",
    [
        f"return ops.cond(ops.any(inputs), lambda: inputs + {DRAW}, lambda: inputs * {DRAW})",
        f"x = ops.cond(ops.any(inputs), lambda: {DRAW}, lambda: inputs)\nreturn x + {DRAW}",
        f"return ops.map(lambda row: row + {DRAW}, inputs) + {DRAW}",
        "return tf.cond(tf.reduce_any(inputs), lambda: keras.random.normal(shape), "
        "lambda: keras.random.uniform(shape))",
    ],
)
def test_a_generator_used_in_a_branch_and_elsewhere_is_reported(lint, body):
    assert lint(layer(body), select="LL603") == [("LL603", 17)]


@pytest.mark.parametrize(
    "body",
    [
        f"return ops.cond(ops.any(inputs), lambda: inputs + {DRAW}, lambda: inputs)",
        f"x = inputs + {DRAW}\nreturn ops.cond(ops.any(inputs), lambda: x + {DRAW}, lambda: x)",
        f"return inputs + {DRAW} + {DRAW}",
        "return ops.cond(ops.any(inputs), lambda: tf.random.normal(shape), "
        "lambda: tf.random.uniform(shape))",
        f"return ops.cond(ops.any(inputs), lambda: keras.random.normal(shape), lambda: {DRAW})",
    ],
)
def test_a_generator_used_in_one_place_is_silent(lint, body):
    assert lint(layer(body), select="LL603") == []


def test_what_cannot_run_while_a_model_is_built_is_silent(lint):
    body = (
        "if not training:\n    return inputs\n"
        f"return ops.cond(ops.any(inputs), lambda: inputs + {DRAW}, lambda: inputs * {DRAW})"
    )
    assert lint(layer(body), select="LL603") == []


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


@pytest.mark.parametrize(
    "body",
    [
        f"return ops.map(lambda row: row + {DRAW}, inputs)",
        "return tf.vectorized_map(lambda row: row + tf.random.normal(shape), inputs)",
        f"noise = {DRAW}\nreturn ops.vectorized_map(lambda row: row[0] + row[1], (inputs, noise))",
        "return ops.vectorized_map(lambda seed: keras.random.normal(shape, seed=seed), inputs)",
    ],
)
def test_noise_of_its_own_for_every_row_is_silent(lint, body):
    assert lint(layer(body), select="LL604") == []


@pytest.mark.parametrize(
    "body",
    [
        "return keras.random.normal(shape, seed=keras.random.SeedGenerator(self.seed))",
        "made = keras.random.SeedGenerator(1)\nreturn keras.random.normal(shape, seed=made)",
    ],
)
def test_a_generator_made_in_call_is_reported(lint, body):
    assert lint(layer(body), select="LL605") == [("LL605", 17)]


def test_a_generator_made_in_the_constructor_is_silent(lint):
    assert lint(layer(f"return {DRAW}"), select="LL605") == []


def test_a_generator_made_on_demand_is_silent(lint):
    made = "self.generator = keras.random.SeedGenerator(1)"
    body = f"if self.generator is None:\n    {made}\nreturn {DRAW}"
    assert lint(layer(body), select="LL605") == []
