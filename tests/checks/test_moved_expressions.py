"""An expression that a fix puts elsewhere keeps the parentheses that it needs there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

DRAW = """\
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers


class Noise(layers.Layer):
    def call(self, x, training=None):
        n = x.shape[-1]
        return x + np.random.normal(0.0, 1.0, size={size})
"""


@pytest.fixture
def fixed(run: Any, tmp_path: Path) -> Any:
    """Runs all fixes of a rule on a file and returns what is in it then."""

    def fix(code: str, text: str) -> str:
        path = tmp_path / "layer.py"
        path.write_text(text, encoding="utf-8")
        flags = ("--isolated", "--fix", "--unsafe-fixes", "--select", code)
        finished = run("check", *flags, "layer.py")
        assert finished.returncode in (0, 1), finished.stderr
        return path.read_text(encoding="utf-8")

    return fix


@pytest.mark.parametrize(
    ("size", "shape"),
    [("(3, 4)", "(3, 4)"), ("4", "[4]"), ("tf.shape(x)", "tf.shape(x)"), ("x.shape", "x.shape")],
)
def test_a_size_of_numpy_becomes_a_shape(fixed: Any, size: str, shape: str) -> None:
    drawn = f"tf.random.normal({shape}, 0.0, 1.0, dtype=self.compute_dtype)"
    assert drawn in fixed("LL301", DRAW.format(size=size))


def test_a_size_that_may_be_a_number_is_left(fixed: Any) -> None:
    text = DRAW.format(size="n")
    assert fixed("LL301", text) == text
