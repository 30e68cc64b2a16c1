"""Lines and indentation of a text, whatever its line endings."""

from __future__ import annotations

import re

LINE_BREAK = re.compile(r"\r\n|\r|\n")
_INDENTATION = re.compile(r"[ \t\f]*")


def line_start(text: str, offset: int) -> int:
    """Where the line of `offset` begins; a line break belongs to the line that it ends."""
    if text.startswith("\r\n", offset - 1):
        offset -= 1
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def line_end(text: str, offset: int) -> int:
    """Where the line of `offset` ends, its line break not included."""
    match = LINE_BREAK.search(text, offset)
    return match.start() if match else len(text)


def next_line(text: str, offset: int) -> int:
    """Where the line after the one of `offset` begins; the end of the text if there is none."""
    match = LINE_BREAK.search(text, offset)
    return match.end() if match else len(text)


def indentation(text: str, offset: int) -> str:
    """The white space that the line of `offset` begins with."""
    match = _INDENTATION.match(text, line_start(text, offset))
    assert match is not None
    return match[0]


def starts_line(text: str, offset: int) -> bool:
    """Whether only white space precedes `offset` on its line."""
    return not text[line_start(text, offset) : offset].strip(" \t\f")


def rest_of_line(text: str, offset: int) -> str:
    """What follows `offset` on its line, without surrounding white space."""
    return text[offset : line_end(text, offset)].strip()


def ends_line(text: str, offset: int) -> bool:
    """Whether only white space or a comment follows `offset` on its line."""
    rest = rest_of_line(text, offset)
    return not rest or rest.startswith("#")
