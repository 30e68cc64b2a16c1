"""What file patterns match."""

from __future__ import annotations

import pytest

from layerlint.files.globs import Glob, Globs

ROOT = "/project"


def matches(pattern: str, path: str, root: str = ROOT) -> bool:
    return Globs([Glob(pattern, root)]).match(path, ROOT)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("build", "/project/build"),
        ("build", "/project/a/build/b.py"),
        ("build/", "/project/a/build/b.py"),
        ("*_pb2.py", "/project/a/b_pb2.py"),
        ("test_?.py", "/project/test_a.py"),
        ("[ab].py", "/project/a.py"),
        ("[!ab].py", "/project/c.py"),
        ("src/a.py", "/project/src/a.py"),
        ("./src/a.py", "/project/src/a.py"),
        ("src", "/project/src/deep/a.py"),
        ("src/gen", "/project/src/gen/deep/a.py"),
        ("src/*.py", "/project/src/a.py"),
        ("src/**/a.py", "/project/src/a.py"),
        ("src/**/a.py", "/project/src/x/y/a.py"),
        ("src/**", "/project/src/x/y/a.py"),
        ("**/gen/*.py", "/project/x/gen/a.py"),
        ("**/gen/*.py", "/project/gen/a.py"),
        ("/elsewhere/*.py", "/elsewhere/a.py"),
        ("a+b.py", "/project/a+b.py"),
        ("a(1)/b.py", "/project/a(1)/b.py"),
    ],
)
def test_it_matches(pattern: str, path: str) -> None:
    assert matches(pattern, path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("build", "/project/builds"),
        ("build", "/project/a/build.py"),
        ("project", "/project/a.py"),
        ("src/a.py", "/project/lib/src/a.py"),
        ("src/*.py", "/project/src/x/a.py"),
        ("*.py", "/project/a.pyi"),
        ("test_?.py", "/project/test_ab.py"),
        ("[!ab].py", "/project/a.py"),
        ("a.b", "/project/axb"),
    ],
)
def test_it_does_not_match(pattern: str, path: str) -> None:
    assert not matches(pattern, path)


def test_parent_directories_are_reached() -> None:
    assert matches("../shared/*.py", "/shared/a.py")
    assert not matches("../shared/*.py", "/project/shared/a.py")


def test_special_characters_of_the_root_are_literal() -> None:
    assert Globs([Glob("src/*.py", "/pro[j]ect")]).match("/pro[j]ect/src/a.py", "/pro[j]ect")


def test_directories_above_the_root_do_not_count() -> None:
    assert not Globs([Glob("venv", "/venv/project")]).match("/venv/project/a.py", "/venv/project")


def test_no_pattern_matches_nothing() -> None:
    assert not Globs([]).match("/project/a.py", ROOT)
