"""Every rule finds its bug, is silent when it is repaired, and repairs it where it says it can."""

from __future__ import annotations

import io
import tokenize
from collections import Counter

import pytest

from layerlint import catalogue
from layerlint.catalogue import Rule

every_rule = pytest.mark.parametrize(
    "rule", [pytest.param(rule, id=rule.code) for rule in catalogue.rules()]
)
every_fixable_rule = pytest.mark.parametrize(
    "rule", [pytest.param(rule, id=rule.code) for rule in catalogue.rules() if rule.fix != "none"]
)
every_rule_about_code = pytest.mark.parametrize(
    "rule",
    [pytest.param(rule, id=rule.code) for rule in catalogue.rules() if rule.scope != "suppression"],
)


def example(rule: Rule, name: str) -> bytes:
    """The bytes of an example module of a rule."""
    return rule.read(name).encode()


def selected(rule: Rule) -> str:
    """What to select: the rule alone, but suppressions are judged by the rules that they name."""
    return "ALL" if rule.scope == "suppression" else rule.code


def comments(data: bytes) -> Counter[str]:
    """The comments of a module."""
    tokens = tokenize.tokenize(io.BytesIO(data).readline)
    return Counter(token.string for token in tokens if token.type == tokenize.COMMENT)


@every_rule
def test_the_bug_is_found(rule: Rule, lint):
    found = lint(example(rule, "buggy.py"), selected(rule))
    assert {diagnostic.code for diagnostic in found} == {rule.code}


@every_rule
def test_the_message_is_a_sentence_about_this_code(rule: Rule, lint):
    for diagnostic in lint(example(rule, "buggy.py"), selected(rule)):
        assert diagnostic.message[0].isupper() or diagnostic.message[0] == "`"
        assert "{" not in diagnostic.message or "{" in rule.read("buggy.py")
        assert "None`" not in diagnostic.message or "None" in rule.read("buggy.py")
        assert not diagnostic.message.endswith(".")


@every_rule
def test_no_other_rule_speaks_about_the_bug(rule: Rule, lint):
    found = lint(example(rule, "buggy.py"), "ALL")
    assert {diagnostic.code for diagnostic in found} == {rule.code}


@every_rule
def test_the_repaired_module_is_clean(rule: Rule, lint):
    fixed = example(rule, "fixed.py")
    assert lint(fixed) == []
    assert lint(fixed, selected(rule)) == []


@every_rule
def test_a_fix_is_offered_exactly_where_one_is_declared(rule: Rule, lint):
    found = lint(example(rule, "buggy.py"), selected(rule))
    offered = {diagnostic.fix.applicability for diagnostic in found if diagnostic.fix is not None}
    assert offered == (set() if rule.fix == "none" else {rule.fix})


@every_fixable_rule
def test_the_fix_gives_the_repaired_module_byte_for_byte(rule: Rule, fix):
    result = fix(example(rule, "buggy.py"), selected(rule))
    assert result.reverted is None
    assert result.text.decode() == rule.read("fixed.py")
    assert result.remaining == []


@every_fixable_rule
def test_fixing_a_second_time_changes_nothing(rule: Rule, fix):
    fixed = example(rule, "fixed.py")
    assert fix(fixed, selected(rule)).text == fixed


@every_fixable_rule
def test_an_unsafe_fix_is_not_applied_unasked(rule: Rule, fix):
    buggy = example(rule, "buggy.py")
    changed = fix(buggy, selected(rule), allow_unsafe=False).text != buggy
    assert changed == (rule.fix == "safe")


@every_rule_about_code
def test_the_fix_keeps_every_comment(rule: Rule):
    lost = comments(example(rule, "buggy.py")) - comments(example(rule, "fixed.py"))
    assert not lost


@every_rule_about_code
def test_a_comment_silences_the_line(rule: Rule, lint):
    buggy = example(rule, "buggy.py")
    lines = buggy.decode().split("\n")
    for row in {diagnostic.noqa_row for diagnostic in lint(buggy, selected(rule))}:
        lines[row - 1] += f"  # layerlint: ignore[{rule.code}]"
    assert lint("\n".join(lines).encode(), selected(rule)) == []
