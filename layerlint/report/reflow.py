"""Markdown with its prose wrapped to a width; code and tables stay as they are."""

from __future__ import annotations

import re
import textwrap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_ITEM = re.compile(r"(\s*)(?:[*+-]|\d+\.) ")
_FENCE = "```"


def reflow(markdown: str, width: int) -> Iterator[str]:
    """The lines of a page."""
    pending: list[str] = []
    is_code = False
    for line in markdown.splitlines():
        is_fence = line.lstrip().startswith(_FENCE)
        if is_code or is_fence or not line.strip() or line.startswith(("#", "|", ">")):
            yield from _wrapped(pending, width)
            pending = []
            yield line
        elif _ITEM.match(line):
            yield from _wrapped(pending, width)
            pending = [line]
        else:
            pending.append(line)
        is_code ^= is_fence
    yield from _wrapped(pending, width)


def _wrapped(lines: list[str], width: int) -> list[str]:
    """A paragraph or an item of a list."""
    if not lines:
        return []
    item = _ITEM.match(lines[0])
    indent = " " * len(item[0]) if item else ""
    first = item[0] if item else ""
    text = " ".join(line.strip() for line in lines)
    return textwrap.wrap(
        text[len(first.strip()) :].strip() if first else text,
        width,
        initial_indent=first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
