"""Layers to lint, as files in the test's directory."""

from __future__ import annotations

from pathlib import Path

import pytest

BUGGY = '''\
"""A layer with one bug: line 11 writes a weight in inference too."""

from tensorflow import keras


class Counter(keras.layers.Layer):
    def build(self, input_shape):
        self.seen = self.add_weight(name="seen", shape=(), initializer="zeros", trainable=False)

    def call(self, inputs, training=None):
        self.seen.assign_add(1.0)
        return inputs * (1.0 + 0.0 * self.seen)
'''

FIXED = BUGGY.replace(
    "        self.seen.assign_add(1.0)\n",
    "        if training:\n            self.seen.assign_add(1.0)\n",
)


@pytest.fixture
def buggy(tmp_path: Path) -> Path:
    """`buggy.py`, with one diagnostic that has a safe fix."""
    path = tmp_path / "buggy.py"
    path.write_text(BUGGY)
    return path


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    """`clean.py`, a layer without a diagnostic."""
    path = tmp_path / "clean.py"
    path.write_text(FIXED)
    return path
