"""`new` begins a rule: its files are complete, sound, and fail until somebody writes the rule."""

from __future__ import annotations

import ast

import pytest

from layerlint.dev import book
from layerlint.dev.__main__ import main


@pytest.fixture
def folder(checkout):
    """The folder of a rule that was just begun."""
    assert main(["new", "training", "some-new-rule"]) == 0
    return checkout / "rules" / "training" / "some-new-rule"


def test_the_folder_and_the_check_are_written(checkout, folder):
    files = {path.name for path in folder.iterdir()}
    assert files == {"rule.toml", "README.md", "buggy.py", "fixed.py", "proof.py", "cases"}
    assert (checkout / "layerlint" / "checks" / "training" / "some_new_rule.py").is_file()


def test_the_rule_has_the_next_free_code_of_its_family(folder):
    assert book.read(folder)["code"] == "LL111"


def test_the_code_parses(checkout, folder):
    modules = [*folder.rglob("*.py"), *(checkout / "layerlint" / "checks").rglob("*.py")]
    for path in modules:
        ast.parse(path.read_text())
    assert len(modules) == 8


def test_no_placeholder_is_left(folder):
    assert not any("<" in path.read_text() for path in folder.glob("*.*") if path.suffix != ".py")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("trainig", "some-rule"), "did you mean 'training'?"),
        (("training", "Some_Rule"), "cannot be the name of a rule"),
        (("training", "hardcoded-training"), "exists already"),
    ],
)
def test_what_cannot_be_begun_is_refused(checkout, capsys, arguments, message):
    assert main(["new", *arguments]) == 2
    assert message in capsys.readouterr().err


def test_a_rule_that_was_begun_is_in_the_index_after_sync(checkout, folder):
    assert main(["sync"]) == 0
    assert '"some-new-rule"' in (checkout / "layerlint" / "_index.json").read_text()
