"""`layerlint --fix` changes what it repairs in a file and leaves every other byte."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

BUGGY = """\
from tensorflow import keras


class Café(keras.layers.Layer):
    def call(self, x, training):
        return x if training else -x
"""
FIXED = BUGGY.replace("training):", "training=None):")


def fix(path: Path) -> subprocess.CompletedProcess[str]:
    """Fix a file as a user does."""
    command = [sys.executable, "-m", "layerlint", "--isolated", "--select", "LL107", "--fix"]
    return subprocess.run(
        [*command, path.name], cwd=path.parent, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    "write",
    [
        pytest.param(lambda text: text.encode(), id="plain"),
        pytest.param(lambda text: b"\xef\xbb\xbf" + text.encode(), id="byte order mark"),
        pytest.param(lambda text: text.replace("\n", "\r\n").encode(), id="CRLF"),
        pytest.param(lambda text: text.replace("\n", "\r").encode(), id="CR"),
        pytest.param(lambda text: text.rstrip("\n").encode(), id="no final newline"),
        pytest.param(lambda text: text.replace("    ", "\t").encode(), id="tabs"),
        pytest.param(lambda text: text.replace("\n\n\n", "\n\n\f\n").encode(), id="form feed"),
        pytest.param(lambda text: text.replace("\n\n\n", "\n  \n\t\n").encode(), id="blanks"),
        pytest.param(
            lambda text: f"# coding: latin-1\n{text}".encode("latin-1"), id="latin-1 by cookie"
        ),
    ],
)
def test_a_file_stays_as_it_is_written(tmp_path, write):
    path = tmp_path / "layer.py"
    path.write_bytes(write(BUGGY))
    result = fix(path)
    assert path.read_bytes() == write(FIXED), result.stdout + result.stderr
    assert result.returncode == 0


def test_a_file_without_a_bug_is_not_touched(tmp_path):
    path = tmp_path / "layer.py"
    path.write_text(FIXED)
    before = path.stat()
    fix(path)
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_file_that_does_not_parse_is_not_touched(tmp_path):
    path = tmp_path / "layer.py"
    path.write_text(f"{BUGGY}(\n")
    assert fix(path).returncode == 1
    assert path.read_text() == f"{BUGGY}(\n"
