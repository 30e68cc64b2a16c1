"""A class that is too large to be interpreted whole is not passed over in silence."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEADER = """\
import keras


class Chain(keras.layers.Layer):
    def call(self, x):
        return self.h0(x)
"""


@pytest.fixture
def chain(tmp_path: Path) -> Path:
    """A layer whose `call` goes through three hundred methods."""
    methods = [f"    def h{n}(self, x):\n        return self.h{n + 1}(x)\n" for n in range(300)]
    methods.append("    def h300(self, x):\n        return x\n")
    (tmp_path / "chain.py").write_text("\n".join([HEADER, *methods]))
    return tmp_path


def lint(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "layerlint", "check", "--isolated", *arguments, "."]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("run", ["cold", "from the cache"])
def test_the_summary_says_that_a_class_was_not_analysed_whole(chain, run):
    if run == "from the cache":
        lint(chain)
    result = lint(chain)
    assert "1 class was too large to be analysed whole" in result.stdout
    assert "All checks passed" not in result.stdout
    assert result.returncode == 0


def test_a_verbose_run_names_it(chain):
    assert "too large to be analysed whole: chain.py: Chain" in lint(chain, "-v").stderr


def test_a_machine_format_stays_pure(chain):
    assert lint(chain, "--output-format", "json").stdout == "[]\n"


def test_a_file_that_is_mostly_data_is_told_of_instead_of_parsed(tmp_path):
    (tmp_path / "table.py").write_text(HEADER + "\nTABLE = [" + "1, " * 100_001 + "]\n")
    (tmp_path / "small.py").write_text(
        HEADER.replace("x):", "x, training):").replace("h0(x)", "add(x)")
    )
    result = lint(tmp_path, "--output-format", "concise", "--select", "LL107")
    assert "table.py:1:1: too-complex The file is too large" in result.stdout
    assert "small.py:5:23: LL107" in result.stdout
    assert result.returncode == 1
