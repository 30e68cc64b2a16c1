"""Every case of the rule book is judged as its marks say."""

from __future__ import annotations

from pathlib import Path

import pytest

from layerlint import catalogue
from layerlint.catalogue import Rule
from tests.rules.cases import cases_in, files_of, reported

# Fewer would be variations of the example on the page.
ENOUGH = 4
RULES = [rule for rule in catalogue.rules() if rule.scope != "suppression"]


@pytest.mark.parametrize(
    ("rule", "path"),
    [
        pytest.param(rule, path, id=f"{rule.code}-{path.stem}")
        for rule in RULES
        for path in files_of(rule)
    ],
)
def test_the_marked_lines_are_reported_and_no_others(rule: Rule, path: Path) -> None:
    for case in cases_in(path):
        codes = {rule.code, *(code for code, _ in case.expected)}
        assert reported(case, codes) == case.expected, case.title


@pytest.mark.parametrize("path", [path for rule in RULES for path in files_of(rule)], ids=str)
def test_a_file_of_cases_says_whether_it_finds_or_is_silent(path: Path) -> None:
    kind = path.stem.partition("_")[0]
    assert kind in ("finds", "silent")
    code = next(rule.code for rule in RULES if Path(rule.folder) == path.parents[1])
    assert all(
        (kind == "finds") == any(found == code for found, _ in case.expected)
        for case in cases_in(path)
    )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_has_four_modules_that_it_finds_and_four_that_it_leaves_alone(rule: Rule) -> None:
    cases = [case for path in files_of(rule) for case in cases_in(path)]
    finds = [case for case in cases if case.path.stem.startswith("finds_")]
    silent = len(cases) - len(finds)
    counts = f"of {ENOUGH} modules each there are {len(finds)} in finds_* and {silent} in silent_*"
    assert min(len(finds), silent) >= ENOUGH, counts
