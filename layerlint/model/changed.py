"""Whether a module's text changes what one of its global names denotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BOUNDARY = re.compile(r"\b")
_CHANGE = re.compile(
    r"\s*[-+*/|&]=|\.(append|add|clear|extend|insert|pop|remove|setdefault|update)\("
)
_ITEM = re.compile(r"\s*\[")
_ITEM_SET = re.compile(r"\]\s*[-+*/|&]?=[^=]")
_GLOBAL = re.compile(r"\bglobal\b")


def is_changed(text: str, name: str) -> bool:
    """Whether the text rebinds a global name or changes the container that it denotes."""
    return any(_CHANGE.match(text, end) for end in _begun(text, name)) or any(
        _is_changed_in(line, name) for line in _lines_with(text, name)
    )


def _lines_with(text: str, name: str) -> Iterator[str]:
    """The lines in which a name stands, be it within another word."""
    at = text.find(name)
    while at >= 0:
        end = text.find("\n", at)
        yield text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else None]
        at = text.find(name, end) if end >= 0 else -1


def _is_changed_in(line: str, name: str) -> bool:
    """Whether a line sets an item of a name, declares it global, or loops with it.

    Each is looked for by itself, behind the first of the other: no line is gone over twice. A loop
    of the top level rebinds what it counts with.
    """
    if line.startswith("for ") and _stands_in(line.partition(" in ")[0], name):
        return True
    items = (_ITEM.match(line, end) for end in _begun(line, name))
    item = next((each for each in items if each is not None), None)
    if item is not None and _ITEM_SET.search(line, item.end()) is not None:
        return True
    declared = _GLOBAL.search(line)
    return declared is not None and _stands_in(line[declared.end() :], name)


def _stands_in(text: str, name: str) -> bool:
    """Whether a text holds the whole word."""
    return any(_BOUNDARY.match(text, end) for end in _begun(text, name))


def _begun(text: str, name: str) -> Iterator[int]:
    """Where a name ends in a text, as a word or as the beginning of a longer one.

    Found without a pattern for each name: to compile one, and to search for what begins with the
    edge of a word, takes many times as long.
    """
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if _BOUNDARY.match(text, at):
            yield end
        at = text.find(name, end)
