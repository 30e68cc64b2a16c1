"""`layerlint rule` explains a rule or lists rules."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from layerlint import catalogue


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run `layerlint rule` as a user does."""
    command = [sys.executable, "-m", "layerlint", "rule", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("word", ["LL107", "training-without-default"])
def test_a_rule_is_explained_with_its_page_its_facts_and_what_was_observed(word):
    result = run(word)
    rule = catalogue.find("LL107")
    assert result.returncode == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "# training-without-default (LL107)"
    assert lines[2] == "Default: on · Fix: safe · Keras: 3 · Since: 0.1.0"
    told, page = result.stdout.split(), rule.read("README.md").partition("\n")[2].split()
    seen = f"Observed on Keras 3: {rule.observed[3]}".split()
    assert told[-len(page) - len(seen) :] == [*seen, *page]


@pytest.mark.parametrize("arguments", [(), ("--all",), ("ALL",)])
def test_all_rules_are_listed_a_line_each(arguments):
    result = run(*arguments)
    lines = [line for line in result.stdout.splitlines() if line.startswith("LL")]
    assert [line.split()[0] for line in lines] == [rule.code for rule in catalogue.rules()]


def test_a_family_is_listed():
    result = run("training")
    codes = {line[:3] for line in result.stdout.splitlines() if line.startswith("LL")}
    assert codes == {"LL1"}


def test_the_list_says_which_rules_can_fix_and_which_are_opt_in():
    lines = {line[:5]: line for line in run("LL1").stdout.splitlines()}
    assert "[*]" in lines["LL107"]
    assert "[~]" in lines["LL103"]
    assert lines["LL120"].endswith("(opt-in)")


def test_json_of_one_rule_is_an_object_with_its_page():
    document = json.loads(run("LL107", "--output-format", "json").stdout)
    assert document["code"] == "LL107"
    assert document["explanation"].startswith("# training-without-default")
    assert document["fix"] == "safe"
    assert set(document["observed"]) == {"keras3"}


def test_json_of_several_rules_is_a_list():
    document = json.loads(run("training", "--output-format", "json").stdout)
    expected = [rule.code for rule in catalogue.rules() if rule.family == "training"]
    assert [rule["code"] for rule in document] == expected


def test_a_typo_exits_with_2_and_names_the_nearest():
    result = run("training-without-defualt")
    assert result.returncode == 2
    assert result.stdout == ""
    assert "unknown rule 'training-without-defualt'" in result.stderr
    assert "did you mean 'training-without-default'?" in result.stderr


def test_a_page_is_bold_only_where_colour_is_wanted(monkeypatch):
    assert "\x1b" not in run("LL107").stdout
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert run("LL107").stdout.startswith("\x1b[1m# training-without-default (LL107)\x1b[0m\n")
