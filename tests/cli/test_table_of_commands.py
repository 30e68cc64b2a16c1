"""Small things that users of other linters look for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from layerlint import __version__, catalogue
from tests.cli.conftest import BUGGY

SILENCED = BUGGY.replace("(1.0)\n", "(1.0)  # layerlint: ignore[LL102]\n", 1)
ONE_RULE = ("check", "--isolated", "--select", "LL102,LL0", "--output-format", "concise")


def test_the_version_is_told_as_json(run) -> None:
    assert json.loads(run("version", "--output-format", "json").stdout)["version"] == __version__
    assert run("version").stdout == f"layerlint {__version__}\n"


def test_groups_and_families_are_listed_with_their_rules(run) -> None:
    listed = json.loads(run("groups", "--output-format", "json").stdout)
    assert set(listed) == {*catalogue.FAMILIES, *catalogue.GROUPS, "ALL"}
    assert listed["ALL"] == [rule.code for rule in catalogue.rules()]
    assert "LL102" in listed["training"]
    assert len(run("groups").stdout.splitlines()) == len(listed)


@pytest.mark.parametrize("flag", ["-s", "--silent"])
def test_a_silent_run_says_it_with_its_exit_code(run, buggy: Path, flag: str) -> None:
    finished = run(*ONE_RULE, flag, str(buggy))
    assert (finished.returncode, finished.stdout, finished.stderr) == (1, "", "")


def test_a_silent_run_still_says_what_it_could_not_do(run) -> None:
    finished = run("check", "--silent", "missing.py")
    assert finished.returncode == 2
    assert finished.stderr == "error: no such file or directory: missing.py\n"


def test_what_comments_suppress_is_shown_when_asked_for(run, tmp_path: Path) -> None:
    path = tmp_path / "layer.py"
    path.write_text(SILENCED)
    assert run(*ONE_RULE, str(path)).returncode == 0
    finished = run(*ONE_RULE, "--ignore-suppressions", str(path))
    assert finished.returncode == 1
    assert [line.split()[1] for line in finished.stdout.splitlines()[:1]] == ["LL102"]
    assert "Found 1 error." in finished.stdout


def test_a_comment_on_a_call_is_not_heard_either(run, tmp_path: Path) -> None:
    path = tmp_path / "layer.py"
    called = BUGGY.replace("self.seen.assign_add(1.0)", "self.count()  # layerlint: ignore[LL102]")
    path.write_text(f"{called}\n    def count(self):\n        self.seen.assign_add(1.0)\n")
    assert run(*ONE_RULE, str(path)).returncode == 0
    assert run(*ONE_RULE, "--ignore-suppressions", str(path)).returncode == 1
