"""Layers that tests define are left alone; a script that is only called like tests is not."""

from __future__ import annotations

from pathlib import Path

import pytest

LAYER = """import keras


class Counter(keras.layers.Layer):
    def build(self, shape):
        self.n = self.add_weight(name="n", shape=(), initializer="zeros", trainable=False)

    def call(self, x, training=None):
        self.n.assign(self.n + 1.0)
        return x
"""
TEST = "\n\ndef test_counts():\n    Counter()\n"
CASE = "\n\nclass CounterCase(tf.test.TestCase):\n    pass\n"


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("test_counter.py", TEST),
        ("counter_test.py", CASE),
        ("conftest.py", ""),
        ("test_utils.py", ""),
    ],
)
def test_silent_about_layers_of_tests(run, tmp_path: Path, name: str, more: str) -> None:
    (tmp_path / name).write_text(LAYER + more)
    assert run("check", "--isolated", "--select=LL102", name).returncode == 0


@pytest.mark.parametrize(
    ("name", "more"), [("test_model.py", ""), ("load_test.py", ""), ("counter.py", TEST)]
)
def test_finds_those_of_files_that_hold_no_tests(run, tmp_path: Path, name: str, more: str) -> None:
    (tmp_path / name).write_text(LAYER + more)
    assert run("check", "--isolated", "--select=LL102", name).returncode == 1
