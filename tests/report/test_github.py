"""Workflow commands survive what is special to them."""

from __future__ import annotations

from layerlint.diagnostics import Diagnostic
from layerlint.files.source import decode
from layerlint.report import github
from layerlint.report.report import Report
from layerlint.report.style import Style


def render(*diagnostics: Diagnostic) -> list[str]:
    return github.render(Report(diagnostics, lambda path: decode(b""), Style(False))).splitlines()


def diagnostic(path: str = "a.py", message: str = "Message", end_row: int = 1) -> Diagnostic:
    return Diagnostic(path, "LL102", "name", message, end_row=end_row)


def test_special_characters_are_escaped() -> None:
    [line] = render(diagnostic("a,b:c.py", "100%\nsure"))
    assert "file=a%2Cb%3Ac.py," in line
    assert line.endswith("::a,b:c.py:1:1: LL102 100%25%0Asure")


def test_a_range_of_several_lines_has_no_columns() -> None:
    [line] = render(diagnostic(end_row=3))
    assert "line=1,endLine=3::" in line


def test_more_than_github_shows_are_announced() -> None:
    lines = render(*[diagnostic(f"{number}.py") for number in range(13)])
    assert len(lines) == 14
    assert lines[-1] == "::notice title=layerlint::and 3 more, see the log of this step"


def test_the_worst_comes_first() -> None:
    found = [diagnostic(f"{level}.py") for level in ("info", "warning", "error")]
    for one, level in zip(found, ("info", "warning", "error"), strict=True):
        one.severity = level
    assert [line.partition(" ")[0] for line in render(*found)] == [
        "::error",
        "::warning",
        "::notice",
    ]


def test_each_level_has_its_own_limit() -> None:
    found = [diagnostic(f"{number}.py") for number in range(20)]
    for one in found[:10]:
        one.severity = "warning"
    assert not any("more, see the log" in line for line in render(*found))
