"""The page of the rule that a place is about: of a finding there, or of a code in a comment."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lsprotocol import types

from layerlint import catalogue

if TYPE_CHECKING:
    from layerlint.server.server import Server

_WORD = re.compile(r"[A-Za-z][\w-]*")


def explained(server: Server, uri: str, path: str, place: types.Position) -> types.Hover | None:
    """The page to show at a place of an open document."""
    source, offset = server.source(path), server.translator.offset(uri, path, place)
    if source is None or offset is None:
        return None
    row, column = source.lines.position(offset)
    rule = _named(source.lines.line(row), column - 1)
    if rule is None:
        near = [one for one in server.found(path) if one.start_row <= row <= one.end_row]
        # What begins on the row and ends below is meant on all of it.
        near.sort(key=lambda one: (not one.start <= offset <= one.end, one.end - one.start))
        rule = next(filter(None, (catalogue.find(one.code) for one in near)), None)
    if rule is None:
        return None
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, rule.read("README.md")))


def _named(line: str, column: int) -> catalogue.Rule | None:
    """The rule that the comment of a line names: by the word at a column, else the only one."""
    start = line.find("#")
    if start < 0 or column < start:
        return None
    named = [
        (match, rule)
        for match in _WORD.finditer(line, start)
        if (rule := catalogue.find(match[0])) is not None
    ]
    at = [rule for match, rule in named if match.start() <= column <= match.end()]
    return at[0] if at else named[0][1] if len(named) == 1 else None
