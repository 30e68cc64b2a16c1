"""`--watch` reports again whenever a file changes, until Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import BUGGY, FIXED

COMMAND = (sys.executable, "-m", "layerlint", "--watch", "--output-format", "concise")


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A run over `layer.py`, which has one bug."""
    (tmp_path / "layer.py").write_text(BUGGY)
    (tmp_path / "layerlint.toml").write_text('select = ["LL102"]\n')
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        COMMAND,
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        yield process
        process.kill()


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline()


def write(path: Path, text: str) -> None:
    """Another text with another stamp, whatever the clock of the disk."""
    path.write_text(text)
    later = time.time_ns() + 10**9
    os.utime(path, ns=(later, later))


def test_a_change_gives_another_report_and_ctrl_c_ends_it(watching, tmp_path: Path) -> None:
    assert line(watching).startswith("layer.py:11:9: LL102")
    assert line(watching) == "Found 1 error.\n"
    assert "fixable" in line(watching)
    write(tmp_path / "layer.py", FIXED)
    assert line(watching) == "All checks passed!\n"
    watching.send_signal(signal.SIGINT)
    assert watching.wait(30) == 130


def test_a_new_file_and_other_settings_are_seen(watching, tmp_path: Path) -> None:
    for _ in range(3):
        line(watching)
    (tmp_path / "other.py").write_text(BUGGY)
    assert [line(watching)[:8] for _ in range(2)] == ["layer.py", "other.py"]
    for _ in range(2):
        line(watching)
    write(tmp_path / "layerlint.toml", 'ignore = ["ALL"]\n')
    assert line(watching) == "All checks passed!\n"


def test_settings_that_cannot_be_read_are_said_and_those_before_stay(
    watching, tmp_path: Path
) -> None:
    for _ in range(3):
        line(watching)
    write(tmp_path / "layerlint.toml", 'selct = ["LL102"]\n')
    assert line(watching).startswith("layer.py:11:9: LL102")
    watching.send_signal(signal.SIGINT)
    assert watching.wait(30) == 130
    assert watching.stderr is not None
    assert "selct" in watching.stderr.read()


@pytest.mark.parametrize("words", [["--fix"], ["--diff"], ["-"], ["--add-ignore"]])
def test_what_writes_or_reads_once_does_not_go_with_it(run, words) -> None:
    finished = run("check", "--watch", *words)
    assert finished.returncode == 2
    assert finished.stderr.startswith("error: --watch does not go with")
