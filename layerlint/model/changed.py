"""Whether a module's text changes what one of its global names denotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CHANGED = r"\bNAME(\s*[-+*/|&]=|\.(append|add|clear|extend|insert|pop|remove|setdefault|update)\()"
_ITEM_SET = re.compile(r"\]\s*[-+*/|&]?=[^=]")
_GLOBAL = re.compile(r"\bglobal\b")


def is_changed(text: str, name: str) -> bool:
    """Whether the text rebinds a global name or changes the container that it denotes."""
    word = re.escape(name)
    return re.search(_CHANGED.replace("NAME", word), text) is not None or any(
        _is_changed_in(line, word) for line in _lines_with(text, name)
    )


def _lines_with(text: str, name: str) -> Iterator[str]:
    """The lines in which a name stands, be it within another word."""
    at = text.find(name)
    while at >= 0:
        end = text.find("\n", at)
        yield text[text.rfind("\n", 0, at) + 1 : end if end >= 0 else None]
        at = text.find(name, end) if end >= 0 else -1


def _is_changed_in(line: str, word: str) -> bool:
    """Whether a line sets an item of a name, declares it global, or loops with it.

    Each is looked for by itself, behind the first of the other: no line is gone over twice. A loop
    of the top level rebinds what it counts with.
    """
    if line.startswith("for ") and re.search(rf"\b{word}\b", line.partition(" in ")[0]) is not None:
        return True
    item = re.search(rf"\b{word}\s*\[", line)
    if item is not None and _ITEM_SET.search(line, item.end()) is not None:
        return True
    declared = _GLOBAL.search(line)
    return declared is not None and re.search(rf"\b{word}\b", line[declared.end() :]) is not None
