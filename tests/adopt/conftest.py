"""A project with old bugs, in a git repository where that matters."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

LAYER = """\
from tensorflow import keras


class {name}(keras.layers.Layer):
    def build(self, input_shape):
        self.seen = self.add_weight(name="seen", shape=(), trainable=False)
        self.last = self.add_weight(name="last", shape=(), trainable=False)

    def call(self, inputs, training=None):
        self.seen.assign_add(1.0)
        return inputs * self.seen
"""
# Another bug in the same method, below the first one.
SECOND = "        self.last.assign_add(2.0)\n        return inputs"


def _layer(name: str = "Counter", *, second: bool = False) -> str:
    text = LAYER.format(name=name)
    return text.replace("        return inputs", SECOND) if second else text


@pytest.fixture
def layer() -> Callable[..., str]:
    """The text of a layer with one bug, or with two."""
    return _layer


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A directory whose configuration has a baseline, and one layer with one bug."""
    (tmp_path / "pyproject.toml").write_text(
        '[tool.layerlint]\nselect = ["LL102"]\noutput-format = "concise"\nbaseline = "base.json"\n'
    )
    (tmp_path / "layer.py").write_text(_layer())
    return tmp_path


@pytest.fixture
def git(tmp_path: Path) -> Callable[..., str]:
    """Runs git in the test's directory, which is made a repository."""

    def command(*arguments: str) -> str:
        identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com"]
        done = subprocess.run(
            ["git", *identity, *arguments], cwd=tmp_path, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    command("init", "--quiet", "--initial-branch=main")
    return command
