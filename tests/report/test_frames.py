"""How places and fixes are drawn."""

from __future__ import annotations

from layerlint.diagnostics import Diagnostic
from layerlint.files.source import Lines
from layerlint.fixes.edit import Edit
from layerlint.report import frame
from layerlint.report.style import Style

PLAIN = Style(False)


def drawn(text: str, start: int, end: int) -> str:
    lines = Lines(text)
    start_row, start_column = lines.position(start)
    end_row, end_column = lines.position(end)
    diagnostic = Diagnostic(
        "a.py",
        "LL102",
        "name",
        "message",
        start_row=start_row,
        start_column=start_column,
        end_row=end_row,
        end_column=end_column,
    )
    width = frame.gutter_width(diagnostic, lines)
    return "\n".join(frame.excerpt(diagnostic, lines, width, PLAIN))


def spot(text: str, part: str) -> str:
    start = text.index(part)
    return drawn(text, start, start + len(part))


def test_two_lines_of_context_stand_on_each_side() -> None:
    assert spot("a\nb\nc\nd = 1\ne\nf\ng\n", "d = 1") == (
        "  |\n2 | b\n3 | c\n4 | d = 1\n  | ^^^^^\n5 | e\n6 | f\n  |"
    )


def test_the_ends_of_a_file_have_no_context() -> None:
    assert spot("a", "a") == "  |\n1 | a\n  | ^\n  |"


def test_an_empty_range_has_one_caret() -> None:
    assert drawn("ab\n", 1, 1) == "  |\n1 | ab\n  |  ^\n  |"


def test_an_empty_file_can_be_shown() -> None:
    assert drawn("", 0, 0) == "  |\n1 |\n  | ^\n  |"


def test_tabs_are_expanded() -> None:
    assert "1 |     x\n  |     ^\n" in spot("\tx\n", "x")


def test_wide_and_combining_characters_take_their_columns() -> None:
    assert "1 | 宽 = x\n  |      ^\n" in spot("宽 = x\n", "x")
    assert "  |    ^\n" in spot("e\u0301= x\n", "x")


def test_control_characters_do_not_reach_the_terminal() -> None:
    assert "\x1b" not in spot("x = '\x1b[31m'\n", "x")


def test_a_range_of_several_lines_is_bracketed() -> None:
    assert spot("a\nf(\n  x,\n)\nb\n", "f(\n  x,\n)") == (
        "  |\n1 |   a\n2 | / f(\n3 | |   x,\n4 | | )\n  | |_^\n5 |   b\n  |"
    )


def test_the_middle_of_a_long_range_is_left_out() -> None:
    text = "f(\n" + "".join(f"  {name},\n" for name in "abcdefghijkl") + ")\n"
    lines = spot(text, text.rstrip()).splitlines()
    assert [line.strip(" |/_^") for line in lines] == [
        "",
        "1  | / f(".strip(" |/_^"),
        "2  | |   a,",
        "3  | |   b,",
        "4  | |   c,",
        "...",
        "11 | |   j,",
        "12 | |   k,",
        "13 | |   l,",
        "14 | | )",
        "",
        "",
    ]


def difference(text: str, *edits: Edit) -> str:
    return "\n".join(frame.difference(Lines(text), edits, 2, PLAIN))


def test_a_fix_is_shown_as_a_difference() -> None:
    assert difference("a\nb\nc\nd\n", Edit(2, 3, "B")) == ("  |\n1 | a\n  - b\n2 + B\n3 | c\n  |")


def test_changes_far_apart_are_shown_apart() -> None:
    text = "".join(f"{name}\n" for name in "abcdefghi")
    shown = difference(text, Edit(0, 1, "A"), Edit(16, 17, "I"))
    assert shown == "  |\n  - a\n1 + A\n2 | b\n...\n8 | h\n  - i\n9 + I\n10|\n  |"
