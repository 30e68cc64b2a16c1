"""Fixes are applied until a text settles, and a text that does not is left alone."""

from __future__ import annotations

import pytest

from layerlint.diagnostics import Diagnostic
from layerlint.fixes.apply import PASSES, edited, fix_text
from layerlint.fixes.edit import Edit, Fix


def replacing(old: str, new: str, code: str = "LL101", applicability: str = "safe"):
    """A rule that reports every `old` and replaces it by `new`."""

    def lint(text: str) -> list[Diagnostic]:
        found = []
        at = text.find(old)
        while at >= 0:
            fix = Fix("t", [Edit(at, at + len(old), new)], applicability)
            found.append(diagnostic(code, at, fix))
            at = text.find(old, at + len(old))
        return found

    return lint


def diagnostic(code: str, start: int, fix: Fix | None = None) -> Diagnostic:
    """A diagnostic of a rule at an offset."""
    return Diagnostic("m.py", code, "some-rule", "Something", start_column=start + 1, fix=fix)


def both(*rules):
    """A linter of several rules."""
    return lambda text: [found for rule in rules for found in rule(text)]


def test_disjoint_fixes_are_applied_in_one_pass():
    lints = []

    def lint(text):
        lints.append(text)
        return replacing("old", "new")(text)

    result = fix_text("old = 1; old\n", lint)
    assert result.text == "new = 1; new\n"
    assert result.applied == {"LL101": 2}
    assert lints == ["old = 1; old\n", "new = 1; new\n"]


def test_touching_fixes_wait_for_the_next_pass():
    seen = []

    def lint(text):
        seen.append(text)
        return both(replacing("a", "b", "LL101"), replacing("(", "[", "LL102"))(text)

    fix_text("a(\n", lint)
    assert seen[1] == "b(\n"


def test_overlapping_fixes_are_applied_one_after_the_other():
    lint = both(replacing("x + y", "x - y", "LL101"), replacing("y", "z", "LL102"))
    result = fix_text("v = x + y\n", lint)
    assert result.text == "v = x - z\n"
    assert result.applied == {"LL101": 1, "LL102": 1}


def test_identical_fixes_are_applied_once_and_counted_for_both():
    lint = both(replacing("x", "y", "LL101"), replacing("x", "y", "LL102"))
    result = fix_text("v = x\n", lint)
    assert result.text == "v = y\n"
    assert result.applied == {"LL101": 1, "LL102": 1}


def test_an_import_that_two_fixes_need_is_added_once():
    def lint(text):
        edit = Edit(0, 0, "import ops\n", once=True)
        return [
            diagnostic("LL101", at, Fix("t", [edit, Edit(at, at + 1, "ops")]))
            for at, char in enumerate(text)
            if char == "T"
        ]

    result = fix_text("T(T)\n", lint)
    assert result.text == "import ops\nops(ops)\n"


def test_equal_insertions_that_belong_to_their_fixes_are_not_merged():
    def lint(text):
        at = text.index("b")
        inner = Fix("t", [Edit(at, at, "f("), Edit(at + 1, at + 1, ")")])
        outer = Fix("t", [Edit(0, 0, "g("), Edit(len(text) - 1, len(text) - 1, ")")])
        found = [("LL101", inner), ("LL102", outer)]
        return [diagnostic(code, 0, fix) for code, fix in found if fix.edits[0].text not in text]

    assert fix_text("a+b\n", lint).text == "g(a+f(b))\n"


def test_unsafe_fixes_are_applied_only_on_demand():
    lint = replacing("a", "b", applicability="unsafe")
    assert fix_text("a\n", lint).text == "a\n"
    assert [d.code for d in fix_text("a\n", lint).remaining] == ["LL101"]
    assert fix_text("a\n", lint, allow_unsafe=True).text == "b\n"


def test_display_only_fixes_are_never_applied():
    lint = replacing("a", "b", applicability="display-only")
    assert fix_text("a\n", lint, allow_unsafe=True).text == "a\n"


def test_what_is_left_is_reported_at_its_place_in_the_fixed_text():
    def lint(text):
        return [*replacing("a", "long")(text), diagnostic("LL102", text.index("z"))]

    result = fix_text("a = z\n", lint)
    assert [(d.code, d.start_column) for d in result.remaining] == [("LL102", 8)]


def test_a_result_that_does_not_parse_is_reverted_and_the_rules_are_named():
    lint = both(replacing("a", "(", "LL102"), replacing("b", "c", "LL101"))
    result = fix_text("a = b\n", lint)
    assert result.text == "a = b\n"
    assert not result.applied
    assert "LL101, LL102" in result.reverted
    assert "does not parse" in result.reverted
    assert [d.code for d in result.remaining] == ["LL102", "LL101"]


def test_a_parameter_that_is_there_twice_is_noticed():
    result = fix_text("def f(a): pass\n", replacing("(a)", "(a, a)"))
    assert result.text == "def f(a): pass\n"


def test_fixes_that_undo_each_other_are_reverted():
    result = fix_text("a\n", both(replacing("a", "b", "LL101"), replacing("b", "a", "LL102")))
    assert result.text == "a\n"
    assert "undo each other" in result.reverted


def test_fixes_that_change_nothing_are_reverted():
    result = fix_text("a\n", replacing("a", "a"))
    assert "LL101 change nothing" in result.reverted


def test_fixes_that_never_settle_are_reverted():
    result = fix_text("a\n", replacing("a", "aa"))
    assert result.text == "a\n"
    assert f"do not settle in {PASSES} passes" in result.reverted


def test_a_text_that_settles_in_the_last_pass_is_kept():
    def lint(text):
        return replacing("\n", "x\n")(text) if len(text) < PASSES + 2 else []

    assert fix_text("a\n", lint).text == f"a{'x' * PASSES}\n"


def test_a_result_that_makes_a_rule_crash_is_reverted():
    def lint(text):
        crash = [diagnostic("internal-error", 0)] if "b" in text else []
        return [*replacing("a", "b")(text), *crash]

    assert fix_text("a\n", lint).text == "a\n"


def test_a_file_that_python_here_cannot_parse_can_be_fixed():
    newer = "a = 1\nsome future statement\n"
    assert fix_text(newer, replacing("a", "b", "LL101")).text.startswith("b = 1\n")


def test_edits_of_one_fix_must_not_overlap():
    with pytest.raises(ValueError, match="overlap"):
        Fix("t", [Edit(0, 3, "x"), Edit(2, 4, "y")])


def test_overlapping_edits_are_never_applied():
    with pytest.raises(ValueError, match="overlap"):
        edited("abcd", [Edit(0, 3, "x"), Edit(2, 4, "y")])
