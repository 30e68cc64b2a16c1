"""Excerpts of source text: a place underlined, and a fix as a difference."""

from __future__ import annotations

import re

from layerlint.files.magics import restored
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
COMPARED = 800
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


def difference(lines: Lines, edits: Sequence[Edit], width: int, style: Style) -> Iterator[str]:
    """What the edits change, each changed place with a line of context."""
    bar = style.frame("|")
    empty = f"{' ' * width}{bar}"
    yield empty
    surplus = 0
    for index, (first, last, near) in enumerate(_places(lines, edits)):
        if index:
            yield style.frame("...")
        start = lines.offset(first)
        old = [lines.line(row) for row in range(first, last + 1)]
        end = lines.offset(last) + len(old[-1])
        new = _LINE_END.split(_edited(lines.text, start, end, near))
        yield from _changed(old, new, first + surplus, width, style)
        surplus += len(new) - len(old)
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
    return visible(restored(line).replace("\t", TAB))


def _last_row(lines: Lines) -> int:
    """The last row that is not just the end of the one before."""
    return len(lines) if lines.line(len(lines)) or len(lines) == 1 else len(lines) - 1


def _places(lines: Lines, edits: Sequence[Edit]) -> Iterator[tuple[int, int, list[Edit]]]:
    """The rows that edits change, with one around, and the edits; what is near stands together."""
    first = last = 0
    near: list[Edit] = []
    for edit in sorted(edits):
        above = max(1, lines.position(edit.start)[0] - 1)
        if near and above > last + 1:
            yield first, last, near
            near = []
        first = first if near else above
        last = max(last, min(len(lines), lines.position(edit.end)[0] + 1))
        near.append(edit)
    yield first, last, near


def _changed(old: list[str], new: list[str], row: int, width: int, style: Style) -> Iterator[str]:
    """How lines that begin in a row became others."""
    import difflib

    # What it takes to tell which lines stayed grows with the square of their number.
    same = [] if len(old) + len(new) > COMPARED else old
    matcher = difflib.SequenceMatcher(None, same, new, autojunk=False)
    for index, group in enumerate(matcher.get_grouped_opcodes(1)):
        if index:
            yield style.frame("...")
        for tag, old_start, old_end, new_start, new_end in group:
            if tag == "equal":
                for offset, line in enumerate(new[new_start:new_end], row + new_start):
                    yield f"{style.frame(f'{offset:<{width}}|')} {_shown(line)}".rstrip()
                continue
            for line in old[old_start:old_end] if same else old:
                yield style.removed(f"{' ' * width}- {_shown(line)}".rstrip())
            for offset, line in enumerate(new[new_start:new_end], row + new_start):
                yield style.added(f"{offset:<{width}}+ {_shown(line)}".rstrip())


def _edited(text: str, start: int, end: int, edits: Sequence[Edit]) -> str:
    """What the edits make of a part of the text."""
    pieces = []
    for edit in edits:
        pieces += [text[start : edit.start], edit.text]
        start = edit.end
    return "".join([*pieces, text[start:end]])
