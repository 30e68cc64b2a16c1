"""Nothing is claimed of a value in `call()` that TensorFlow does not say of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from .comparison import compare

PROGRAMS = 12
LEAST_LINES = 200
LEAST_TOLD = 0.6


@pytest.mark.parametrize("keras", [3, 2])
def test_what_is_claimed_of_random_lines_is_what_tensorflow_says(keras: int, tmp_path: Path):
    found = compare(PROGRAMS, 20 + keras, keras, tmp_path)
    assert found.lies == []
    assert found.lines >= LEAST_LINES
    assert found.told >= LEAST_TOLD * found.lines
