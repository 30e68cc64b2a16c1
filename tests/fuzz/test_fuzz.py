"""A few seeds of what `python -m tests.fuzz` tries for as long as one likes."""

from __future__ import annotations

import contextlib
import subprocess
import sys

import pytest

from tests.fuzz.mutation import cases, with_lists
from tests.fuzz.trial import trial


@pytest.mark.parametrize("seed", range(3))
def test_no_accident_in_a_file_stops_the_run_or_lets_a_fix_break_it(tmp_path, seed):
    assert trial(seed, tmp_path) == []


def test_no_rule_takes_for_granted_that_a_constant_can_be_hashed(tmp_path):
    for number, text in enumerate(cases()):
        with contextlib.suppress(SyntaxError):
            (tmp_path / f"case{number}.py").write_text(with_lists(text))
    options = ["--no-cache", "--isolated", "--select", "ALL", "--output-format", "concise"]
    ran = subprocess.run(
        [sys.executable, "-m", "layerlint", "check", *options, "."],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1, ran.stderr
    assert [line for line in ran.stdout.splitlines() if "internal-error" in line] == []
