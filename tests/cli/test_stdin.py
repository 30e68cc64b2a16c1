"""`-`: what comes in on stdin, as editors send it."""

from __future__ import annotations

import json
from pathlib import Path

from layerlint.config.document import NAMES

ONE_RULE = ("--isolated", "--select", "LL102")


def test_stdin_is_checked(run, buggy: Path) -> None:
    finished = run(*ONE_RULE, "--output-format", "concise", "-", stdin=buggy.read_text())
    assert finished.returncode == 1
    assert finished.stdout.startswith("-:11:9: LL102")


def test_the_name_of_stdin_is_reported(run, buggy: Path) -> None:
    arguments = (*ONE_RULE, "--output-format", "json", "--stdin-filename", "pkg/layer.py", "-")
    [entry] = json.loads(run(*arguments, stdin=buggy.read_text()).stdout)
    assert entry["filename"] == str(buggy.parent / "pkg" / "layer.py")


def test_the_name_of_stdin_decides_the_configuration(run, buggy: Path) -> None:
    package = buggy.parent / "pkg"
    package.mkdir()
    (package / NAMES[0]).write_text('select = ["LL106"]\n')
    text = buggy.read_text()
    assert run("--stdin-filename", "pkg/layer.py", "-", stdin=text).returncode == 0
    assert run("--select", "LL102", "--stdin-filename", "layer.py", "-", stdin=text).returncode == 1


def test_stdin_sees_the_modules_beside_its_name(run, tmp_path: Path, buggy: Path) -> None:
    text = "from buggy import Counter\n\n\nclass Other(Counter):\n    def call(self, inputs):\n"
    text += "        self.seen.assign_add(1.0)\n        return inputs\n"
    finished = run(*ONE_RULE, "--stdin-filename", "other.py", "-", stdin=text)
    assert "other.py:6:9" in finished.stdout


def test_fix_prints_the_fixed_source_and_reports_on_stderr(run, buggy: Path, clean: Path) -> None:
    finished = run(*ONE_RULE, "--fix", "-", stdin=buggy.read_text())
    assert finished.stdout == clean.read_text()
    assert finished.stderr == "Found 1 error (1 fixed, 0 remaining).\n"
    assert finished.returncode == 0


def test_fix_prints_sources_without_bugs_unchanged(run) -> None:
    source = "x = '\xe9'\r\ny = 1"
    assert run(*ONE_RULE, "--fix", "-", stdin=source.encode()).stdout == source


BROKEN = "import keras\ndef f(:\nclass A(keras.layers.Layer):\n    pass\n"


def test_fix_prints_what_it_cannot_parse_unchanged(run) -> None:
    finished = run(*ONE_RULE, "--fix", "-", stdin=BROKEN)
    assert finished.stdout == BROKEN
    assert "syntax-error" in finished.stderr
    assert finished.returncode == 1


def test_the_difference_of_stdin_is_shown(run, buggy: Path) -> None:
    finished = run(*ONE_RULE, "--diff", "-", stdin=buggy.read_text())
    assert finished.returncode == 1
    assert "+        if training:\n" in finished.stdout


def test_an_excluded_name_is_echoed_and_not_checked(run, buggy: Path) -> None:
    arguments = (*ONE_RULE, "--exclude", "vendored", "--stdin-filename", "vendored/layer.py", "-")
    source = buggy.read_text()
    assert run(*arguments, "--fix", stdin=source).stdout == source
    silent = run(*arguments, stdin=source)
    assert (silent.returncode, silent.stdout) == (0, "")
