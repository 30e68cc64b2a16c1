"""Ignore files mean what git takes them to mean, however many stars they hold."""

from __future__ import annotations

import re
import subprocess
import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings, strategies as st

from layerlint.files.gitignore import IgnoreFiles

PATHS = ("a", "b", "ab", "aab", "a/b", "a/a/b", "b/ab", "a.b", "abab/b", "a/ab/ab/b", "a*b")
PATTERN = st.lists(
    st.sampled_from(
        ["a", "b", "*", "**", "/", "?", "[ab]", "[!a]", "\\*", ".", "*a", "/**/", "**/"]
    ),
    min_size=1,
    max_size=9,
).map("".join)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of git that holds the paths."""
    top = tmp_path_factory.mktemp("repository")
    subprocess.run(["git", "init", "-q", str(top)], check=True)
    return top


def git_ignores(repository: Path, lines: list[str]) -> set[str]:
    """The paths for which git's last word is that they are ignored, their parents aside."""
    (repository / ".gitignore").write_text("".join(f"{line}\n" for line in lines))
    finished = subprocess.run(
        ["git", "check-ignore", "--no-index", "-v", "-n", "--stdin"],
        cwd=repository,
        input="".join(f"{path}\n" for path in PATHS),
        capture_output=True,
        text=True,
    )
    rules = [line.partition("\t") for line in finished.stdout.splitlines()]
    return {path for rule, _, path in rules if rule != "::" and ":!" not in rule}


def prefixes(repository: Path, path: str) -> list[tuple[str, bool]]:
    """The directories above a path and the path itself, each with whether it is a directory."""
    names = path.split("/")
    return [
        ("/".join([str(repository), *names[:end]]), end < len(names))
        for end in range(1, len(names) + 1)
    ]


@settings(max_examples=60, deadline=None)
@example(["/***/"])
@example(["a**/*a*"])
@given(st.lists(PATTERN, min_size=1, max_size=1))
def test_many_stars_mean_what_they_mean_to_git(repository: Path, lines: list[str]) -> None:
    [line] = lines
    line = line if len(re.findall(r"\*+", line)) > 2 else f"*a*{line}*b"
    ignored = IgnoreFiles(str(repository), [line], None)
    ours = {
        path
        for path in PATHS
        if any(
            ignored.match(
                f"{repository}/{'/'.join(path.split('/')[:end])}", end < 1 + path.count("/")
            )
            for end in range(1, 2 + path.count("/"))
        )
    }
    assert ours == git_ignores(repository, [line])


def test_the_last_line_that_matches_decides() -> None:
    many = "*x*x*x*"
    lines = ["*.py", f"!{many}", "!keep.py", "*keep*a*b*"]
    ignored = IgnoreFiles("/r", lines, None)
    assert ignored.match("/r/a.py", False)
    assert not ignored.match("/r/xxx.py", False)
    assert not ignored.match("/r/keep.py", False)
    assert ignored.match("/r/keepab", False)
    assert ignored.match("/r/keepab.py", False)


def test_a_slash_at_the_end_is_about_directories() -> None:
    ignored = IgnoreFiles("/r", ["*a*a*a*/"], None)
    assert ignored.match("/r/aaa", True)
    assert not ignored.match("/r/aaa", False)


def test_what_is_no_pattern_costs_no_other_line() -> None:
    ignored = IgnoreFiles("/r", ["[z-a]", "/", "a.py", "[z-a]*b*c*d*"], None)
    assert ignored.match("/r/a.py", False)


@pytest.mark.parametrize("pattern", ["*a" * 40 + "b", "**/a" * 40 + "b", "*" * 400, "*a" * 2000])
def test_no_pattern_takes_long(pattern: str) -> None:
    start = time.perf_counter()
    ignored = IgnoreFiles("/r", [pattern], None)
    ignored.match("/r/" + "a" * 250, False)
    ignored.match("/r/" + "a/" * 100 + "c", False)
    assert time.perf_counter() - start < 5
