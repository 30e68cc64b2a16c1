"""The machine sees to comments and line endings, whichever rule made a fix."""

from __future__ import annotations

import pytest

from layerlint.fixes.edit import Edit, Fix
from layerlint.fixes.finish import finish


def replaced(text: str, old: str, new: str) -> Fix:
    """A safe fix that replaces `old`, as the machine passes it on."""
    start = text.index(old)
    return finish(text, Fix("t", [Edit(start, start + len(old), new)]))


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("f(a,  # why\n  b)\n", "a,  # why\n  b", "b"),
        ("# one\nx\n", "# one\nx", "y"),
        ("x = '#'  # why\n", "'#'  # why", "'#'"),
        ("a  # same\nb  # same\n", "a  # same\nb  # same", "ab  # same"),
        ("a  # why\n", "why\n", "\n"),
    ],
)
def test_a_fix_that_loses_a_comment_is_unsafe(text, old, new):
    assert replaced(text, old, new).applicability == "unsafe"


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("f(a,  # why\n  b)\n", "a,  # why\n  b", "b  # why"),
        ("x = '# no comment'\n", "'# no comment'", "1"),
        ('x = """\n# no comment\n"""\n', '"""\n# no comment\n"""', "1"),
        ("x = 'it\\'s' '#'\n", "'it\\'s' '#'", "1"),
        ("x  # why\n", "x", "y"),
    ],
)
def test_a_fix_that_loses_no_comment_stays_safe(text, old, new):
    assert replaced(text, old, new).applicability == "safe"


def test_a_comment_may_move_to_another_edit_of_the_fix():
    edits = [Edit(0, 0, "# why\n"), Edit(1, 8, "")]
    assert finish("x  # why\n", Fix("t", edits)).applicability == "safe"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb\n", "x\ny"),
        ("a\r\nb\r\n", "x\r\ny"),
        ("a\rb\r", "x\ry"),
        ("a\r\nb\n", "x\ny"),
        ("a", "x\ny"),
    ],
)
def test_new_lines_end_as_the_others_do(text, expected):
    (edit,) = replaced(text, "a", "x\ny").edits
    assert edit.text == expected
