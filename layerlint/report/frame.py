"""Excerpts of source text: a place underlined, and a fix as a difference."""

from __future__ import annotations

import re

from layerlint.files.source import Lines
from layerlint.report.visible import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from layerlint.diagnostics import Diagnostic
    from layerlint.fixes.edit import Edit
    from layerlint.report.style import Style

CONTEXT = 2
LONGEST = 8
TAB = "    "
_LINE_END = re.compile(r"\r\n|\r|\n")


def gutter_width(diagnostic: Diagnostic, lines: Lines) -> int:
    """The width of the line numbers of an excerpt."""
    return len(str(min(diagnostic.end_row + CONTEXT, len(lines)))) + 1


def excerpt(diagnostic: Diagnostic, lines: Lines, width: int, style: Style) -> Iterator[str]:
    """The lines of a diagnostic with two of context on each side."""
    bar = style.frame("|")
    empty = f"{' ' * width}{bar}"
    first = max(1, diagnostic.start_row - CONTEXT)
    last = min(_last_row(lines), diagnostic.end_row + CONTEXT)
    several = diagnostic.end_row > diagnostic.start_row
    yield empty
    for row in range(first, last + 1):
        if _is_elided(row, diagnostic):
            if row == diagnostic.start_row + LONGEST // 2:
                yield f"{style.frame('...')}"
            continue
        number = style.frame(f"{row:<{width}}|")
        inside = diagnostic.start_row <= row <= diagnostic.end_row
        side = ""
        if several:
            mark = "/ " if row == diagnostic.start_row else "| " if inside else "  "
            side = style.error(mark) if inside else mark
        yield f"{number} {side}{_shown(lines.line(row))}".rstrip()
        if row == diagnostic.end_row:
            yield f"{empty} {_underline(diagnostic, lines, style)}"
    yield empty


def difference(text: str, edits: Sequence[Edit], width: int, style: Style) -> Iterator[str]:
    """What the edits change, each changed place with a line of context."""
    import difflib

    old = _split(text)
    new = _split(_edited(text, edits))
    bar = style.frame("|")
    empty = f"{' ' * width}{bar}"
    yield empty
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for index, group in enumerate(matcher.get_grouped_opcodes(1)):
        if index:
            yield style.frame("...")
        for tag, old_start, old_end, new_start, new_end in group:
            if tag == "equal":
                for offset, line in enumerate(new[new_start:new_end]):
                    number = style.frame(f"{new_start + offset + 1:<{width}}|")
                    yield f"{number} {_shown(line)}".rstrip()
                continue
            for line in old[old_start:old_end]:
                yield style.removed(f"{' ' * width}- {_shown(line)}".rstrip())
            for offset, line in enumerate(new[new_start:new_end]):
                row = new_start + offset + 1
                yield style.added(f"{row:<{width}}+ {_shown(line)}".rstrip())
    yield empty


def _underline(diagnostic: Diagnostic, lines: Lines, style: Style) -> str:
    line = lines.line(diagnostic.end_row)
    if diagnostic.end_row > diagnostic.start_row:
        end = _columns(line[: diagnostic.end_column - 1])
        return style.error(f"|{'_' * max(1, end)}^")
    start = _columns(line[: diagnostic.start_column - 1])
    end = _columns(line[: diagnostic.end_column - 1])
    return " " * start + style.error("^" * max(1, end - start))


def _is_elided(row: int, diagnostic: Diagnostic) -> bool:
    """Whether a row in the middle of a long range is left out."""
    half = LONGEST // 2
    return diagnostic.start_row + half <= row <= diagnostic.end_row - half


def _columns(text: str) -> int:
    """How many columns of a terminal the text takes; wide characters take two."""
    from unicodedata import combining, east_asian_width

    return sum(
        0 if combining(character) else 2 if east_asian_width(character) in "WF" else 1
        for character in _shown(text)
    )


def _shown(line: str) -> str:
    """The line without what would confuse a terminal."""
    return visible(line.replace("\t", TAB))


def _last_row(lines: Lines) -> int:
    """The last row that is not just the end of the one before."""
    return len(lines) if lines.line(len(lines)) or len(lines) == 1 else len(lines) - 1


def _split(text: str) -> list[str]:
    return _LINE_END.split(text)


def _edited(text: str, edits: Sequence[Edit]) -> str:
    from layerlint.fixes.apply import edited

    return edited(text, edits)
