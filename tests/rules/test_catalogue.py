"""Rules are found by code, name, prefix and family, and without importing anything heavy."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from layerlint import catalogue
from layerlint.failure import Failure


def codes(rules) -> list[str]:
    """The codes of the rules."""
    return [rule.code for rule in rules]


@pytest.mark.parametrize("word", ["LL107", "ll107", "training-without-default"])
def test_a_rule_is_found_by_code_and_by_name(word):
    rule = catalogue.find(word)
    assert rule is not None
    assert (rule.code, rule.name, rule.family) == (
        "LL107",
        "training-without-default",
        "training",
    )


@pytest.mark.parametrize("word", ["LL1", "training", "LL999", "no-such-rule", "ALL", ""])
def test_what_is_not_one_rule_is_not_found(word):
    assert catalogue.find(word) is None


def test_rules_are_in_the_order_of_their_codes():
    assert codes(catalogue.rules()) == sorted(codes(catalogue.rules()))


@pytest.mark.parametrize(
    ("selector", "prefix"), [("ALL", "LL"), ("all", "LL"), ("LL1", "LL1"), ("training", "LL1")]
)
def test_a_selector_stands_for_every_rule_it_matches(selector, prefix):
    expected = [code for code in codes(catalogue.rules()) if code.startswith(prefix)]
    assert codes(catalogue.matching(selector)) == expected


@pytest.mark.parametrize("selector", ["", "L", "LL999", "train", "F401"])
def test_a_selector_that_matches_nothing_stands_for_nothing(selector):
    assert catalogue.matching(selector) == ()


def test_a_selection_has_each_rule_once_in_order():
    selected = catalogue.select(["training-without-default", "LL101", "LL107"])
    assert codes(selected) == ["LL101", "LL107"]


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("training-without-defualt", "training-without-default"),
        ("trainning", "training"),
    ],
)
def test_an_unknown_selector_is_a_failure_that_names_the_nearest(word, near):
    with pytest.raises(Failure, match=f"unknown rule '{word}'") as raised:
        catalogue.select([word])
    assert raised.value.hint == f"did you mean '{near}'?"
    assert catalogue.nearest(word) == near


def test_a_rule_reads_the_files_of_its_folder():
    rule = catalogue.find("LL107")
    assert rule is not None
    assert rule.read("README.md").startswith("# training-without-default (LL107)")
    assert rule.module == "layerlint.checks.training.training_without_default"


def test_the_source_tree_comes_before_the_copy_in_the_package(tmp_path, monkeypatch):
    package = tmp_path / "layerlint"
    monkeypatch.setattr(catalogue, "PACKAGE", str(package))
    assert catalogue.book() == str(package / "_rules")
    (tmp_path / "rules").mkdir()
    assert catalogue.book() == str(package / "_rules"), "somebody else's package called rules"
    (tmp_path / "pyproject.toml").touch()
    assert catalogue.book() == str(tmp_path / "rules")


def test_an_installed_copy_finds_the_book_in_the_package(tmp_path):
    source = Path(catalogue.PACKAGE)
    installed = tmp_path / "site" / "layerlint"
    ignored = shutil.ignore_patterns("__pycache__", "_rules")
    shutil.copytree(source, installed, ignore=ignored)
    shutil.copytree(source.parent / "rules" / "training", installed / "_rules" / "training")
    result = subprocess.run(
        [sys.executable, "-m", "layerlint", "rule", "LL107"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "site")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout.startswith("# training-without-default (LL107)")


def test_the_catalogue_imports_nothing_that_costs_time():
    code = (
        "import sys; from layerlint import catalogue; catalogue.rules()\n"
        "print([m for m in ('libcst', 'dataclasses', 'typing', 'pathlib', 'tomli', 'inspect')"
        " if m in sys.modules])"
    )
    command = [sys.executable, "-S", "-E", "-c", code]
    result = subprocess.run(
        command, cwd=Path(catalogue.PACKAGE).parent, capture_output=True, text=True, check=True
    )
    assert result.stdout == "[]\n"
