"""What is written for a function of `keras.backend` computes on Keras 3 what it did on Keras 2."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from layerlint.facts.backend import (
    FAILS_ON_WEIGHTS,
    GONE_FROM_TF_KERAS,
    KEPT,
    LEARNING_PHASE,
    SUCCESSORS,
    WITHOUT_SUCCESSOR,
    gone,
    successor,
)

# Calls of every function that has a successor: `x` and `y` are matrices, `b` booleans, `i` whole
# numbers, `w` a weight. What a call returns is compared, for `w` what it holds afterwards.
CALLS = """
K.abs(x)
K.all(b, axis=1)
K.any(b, axis=0, keepdims=True)
K.arange(4)
K.arange(1, 9, 2)
K.arange(0, 3, dtype="float32")
K.argmax(x)
K.argmax(x, 0)
K.argmin(x, axis=0)
K.batch_flatten(t)
K.batch_normalization(x, x[0], K.square(x[1]), y[0], y[1])
K.batch_normalization(x, mean=x[0], var=K.square(x[1]), beta=y[0], gamma=y[1], epsilon=0.1)
K.binary_crossentropy(p, q)
K.binary_crossentropy(p, x, from_logits=True)
K.cast(x, "int32")
K.cast(b, dtype="float32")
K.cast_to_floatx(i)
K.categorical_crossentropy(p, q)
K.clip(x, -0.5, 0.5)
K.clip(x, min_value=-0.5, max_value=1)
K.concatenate([x, y])
K.concatenate([x, y], axis=0)
K.concatenate(tensors=[x, y])
K.constant(3)
K.constant([1, 2], dtype="int32")
K.cos(x)
K.cumprod(x)
K.cumprod(x, axis=1)
K.cumsum(x)
K.cumsum(x, 1)
K.dot(x, K.transpose(y))
K.dot(t, m)
K.dtype(x) == "float32"
K.elu(x)
K.elu(x, alpha=0.5)
K.equal(x, y)
K.eval(x + 1)
K.exp(x)
K.expand_dims(x)
K.expand_dims(x, axis=0)
K.eye(3)
K.eye(2, "int32")
K.flatten(x)
K.gather(x, i)
K.gather(reference=x, indices=i)
K.get_value(w)
K.greater(x, y)
K.greater_equal(x, y)
K.in_top_k(x, j, 2)
K.int_shape(x)
K.int_shape(x + y)[1]
K.l2_normalize(x, axis=1)
K.l2_normalize(x * 1e-8, axis=-1)
K.l2_normalize(x=x, axis=0)
K.less(x, y)
K.less_equal(y=x, x=y)
K.log(K.abs(x))
K.map_fn(lambda row: row * 2, x)
K.max(x)
K.max(x, axis=-1, keepdims=True)
K.maximum(x, 0.1)
K.mean(x)
K.mean(x, axis=[0, 1])
K.min(x, 1)
K.minimum(x, y)
K.moving_average_update(w, v, 0.9)
K.ndim(t)
K.not_equal(i, 1)
K.one_hot(i, 3)
K.ones((2, 3))
K.ones_like(x)
K.permute_dimensions(t, (0, 2, 1))
K.permute_dimensions(t, pattern=[1, 0, 2])
K.pow(x, 2)
K.prod(x, axis=0)
K.relu(x)
K.repeat(x, 3)
K.repeat_elements(x, 2, axis=1)
K.repeat_elements(x, rep=2, axis=0)
K.reshape(x, (-1,))
K.reshape(x, shape=(3, 2))
K.reverse(x, 1)
K.reverse(x, axes=[0, 1])
K.round(x * 3)
K.set_value(w, v)
K.shape(x)[0]
K.shape(x)[-1]
K.sigmoid(x)
K.sign(x)
K.sin(x)
K.softmax(x)
K.softmax(x, axis=0)
K.softplus(x)
K.softsign(x)
K.sparse_categorical_crossentropy(j, q)
K.sqrt(x)
K.sqrt(K.sum(K.square(x), axis=1) + K.epsilon())
K.square(x)
K.squeeze(x[:, :1], 1)
K.squeeze(x[:, :1], axis=-1)
K.stack([x, y])
K.stack([x, y], axis=1)
K.std(x)
K.std(x, axis=1, keepdims=True)
K.stop_gradient(x)
K.sum(x)
K.sum(x, 0, True)
K.tanh(x)
K.tile(x, (2, 1))
K.tile(x, n=[1, 2])
K.transpose(x)
K.update(w, v + 1)
K.update_add(w, v)
K.update_sub(w, v)
K.var(x, axis=0)
K.zeros((3,))
K.zeros_like(x)
""".strip().splitlines()
# What these draw or open cannot be compared; that they run is.
UNEQUAL = """
K.dropout(x, 0.5)
K.dropout(x, level=0.5)
K.name_scope("inner") is None
K.random_normal((2, 3))
K.random_normal((2, 3), mean=1.0, stddev=2.0)
K.random_uniform((2, 3), -1.0, 1.0)
K.truncated_normal((2, 3), stddev=2.0)
""".strip().splitlines()

SETTING = """
import numpy as np
v = np.array([1.0, 2.0], "float32")
w = keras.layers.Layer().add_weight(name="w", shape=(2,), initializer="ones")
import tensorflow as tf
x = tf.constant([[0.3, -1.2, 0.8], [1.5, 0.2, -0.4]])
y = tf.constant([[0.3, 0.5, -0.8], [-1.5, 0.7, 0.9]])
p = tf.constant([[0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
q = tf.constant([[0.2, 0.5, 0.3], [0.1, 0.3, 0.6]])
t = tf.reshape(tf.range(24.0), (2, 3, 4))
m = tf.reshape(tf.range(8.0), (4, 2))
b = tf.constant([[True, False], [True, True]])
i = tf.constant([1, 0])
j = tf.constant([0, 2])
"""
RUNNER = """
import json
import numpy as np
seen = []
for function, writes in functions:
    w.assign([1.0, 1.0])
    try:
        result = w if function() is None or writes else function()
        seen.append(np.asarray(result, dtype="float64").round(5).tolist())
    except Exception as error:
        seen.append(f"{type(error).__name__}: {error}")
print(json.dumps(seen))
"""
WRITERS = ("moving_average_update", "set_value", "update", "update_add", "update_sub")


def program(calls: list[str], head: str) -> str:
    """A module with one function for each call, and what runs them."""
    lines = [head, SETTING, "functions = []"]
    for number, call in enumerate(calls):
        writes = call.startswith(tuple(f"K.{name}(" for name in WRITERS))
        lines += ["", f"def f{number}():", f"    return {call}", ""]
        lines.append(f"functions.append((f{number}, {writes}))")
    return "\n".join([*lines, RUNNER])


@pytest.fixture(scope="module")
def rewritten(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The program as layerlint fixes it for Keras 3."""
    from layerlint.config.resolve import Configuration
    from layerlint.engine.linting import run
    from layerlint.files.discovery import discover
    from layerlint.fixes.edit import Edit
    from layerlint.state.snapshot import Snapshot

    path: Path = tmp_path_factory.mktemp("backend") / "module.py"
    text = program(CALLS + UNEQUAL, "import keras\nfrom keras import backend as K")
    while True:
        path.write_text(text)
        values = {"select": ("LL702",)}
        configuration = Configuration([("the test", values)], file=None, isolated=True)
        found = run(discover([str(path)], configuration).files, Snapshot()).diagnostics
        edits: list[Edit] = sorted(
            {edit for diagnostic in found if diagnostic.fix for edit in diagnostic.fix.edits}
        )
        assert not [d.message for d in found if d.fix is None]
        if not edits:
            return text
        pieces, done = [], 0
        for edit in edits:
            pieces += [text[done : edit.start], edit.text]
            done = edit.end
        text = "".join([*pieces, text[done:]])


def test_each_call_computes_the_same_on_keras_3(ask, rewritten: str):
    """Functions of Keras 2, and what is written for them, on the same numbers."""
    before = ask(2, program(CALLS, "from tensorflow import keras\nK = keras.backend"))
    after = ask(3, rewritten)
    different = [
        (call, old, new)
        for call, old, new in zip(CALLS, before, after, strict=False)
        if not _close(old, new)
    ]
    assert different == []
    assert [seen for seen in after[len(CALLS) :] if isinstance(seen, str)] == []


def _close(old: Any, new: Any) -> bool:
    if isinstance(old, list) and isinstance(new, list):
        return len(old) == len(new) and all(map(_close, old, new))
    if isinstance(old, (int, float)) and isinstance(new, (int, float)):
        return abs(old - new) <= 1e-4 * max(1.0, abs(old))
    return old == new and not isinstance(old, str)


def test_every_successor_was_called():
    called = {call.partition("(")[0].removeprefix("K.") for call in CALLS + UNEQUAL}
    names = {signature.partition("(")[0] for signature in SUCCESSORS}
    # No Keras 2 that can be installed today has it.
    assert names - called == {"logsumexp"}


NAMES = """
import json, keras as package
from tensorflow import keras
print(json.dumps([
    [name for name in dir(keras.backend) if not name.startswith("_")],
    [name for name in dir(package.backend) if not name.startswith("_")],
]))
"""


def test_what_keras_3_kept_is_what_its_backend_has(ask):
    _, kept = ask(3, NAMES)
    assert set(kept) == KEPT


def test_everything_else_of_keras_2_is_gone(ask):
    had, _ = ask(2, NAMES)
    assert {name for name in had if not gone(name)} == KEPT & set(had)
    invented = {
        "control_dependencies",
        "get_session",
        "is_placeholder",
        "logsumexp",
        "symbolic_learning_phase",
    }
    every = {s.partition("(")[0] for s in SUCCESSORS} | WITHOUT_SUCCESSOR.keys() | LEARNING_PHASE
    assert every - set(had) == invented


def test_tf_keras_still_has_the_others_on_keras_3(ask):
    had, _ = ask(2, NAMES)
    still, _ = ask(3, NAMES)
    assert set(had) - set(still) == GONE_FROM_TF_KERAS & set(had)
    assert GONE_FROM_TF_KERAS.isdisjoint(still)


WRITES = """
import json
from tensorflow import keras
K, w = keras.backend, keras.layers.Layer().add_weight(name="w", shape=(), initializer="ones")
seen = []
for name in NAMES:
    try:
        getattr(K, name)(w, 1.0)
        seen.append("wrote")
    except Exception as error:
        seen.append(type(error).__name__)
print(json.dumps(seen))
"""


def test_what_cannot_write_weights_raises_attribute_error(ask):
    names = sorted(FAILS_ON_WEIGHTS)
    script = WRITES.replace("NAMES", json.dumps(names))
    assert ask(3, script) == ["AttributeError"] * len(names)
    assert ask(2, script) == ["wrote"] * len(names)


def test_a_default_that_differs_is_part_of_the_successor():
    found = successor("argmax")
    assert found is not None
    assert (found.target, found.parameters, found.defaults) == (
        "keras.ops.argmax",
        ("x", "axis"),
        {"axis": "-1"},
    )
