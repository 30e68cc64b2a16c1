"""Which functions, classes and constants a file may define, told without a parser."""

from __future__ import annotations

import re

from layerlint.state.memo import reads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from layerlint.project.index import ProjectIndex
    from layerlint.project.sketches import Sketches

_DEFINED = re.compile(rb"\b(?:def|class)[ \t\f\r\n\\]+(\w+)")


class Definitions:
    """Answers "may this file define that name?" for a project: never a no too many."""

    __slots__ = ("_found", "_index", "_sketches")

    def __init__(self, index: ProjectIndex, sketches: Sketches) -> None:
        self._index = index
        self._sketches = sketches
        self._found: dict[str, frozenset[bytes]] = {}

    def has(self, path: str, name: str) -> bool:
        """Tell whether a file, by its absolute path, may have a function or a class of a name."""
        reads("text", path)
        if not name.isascii() or self._sketches[path].opaque:
            return True
        found = self._found.get(path)
        if found is None:
            found = self._found[path] = frozenset(_DEFINED.findall(self._index.content(path)))
        return name.encode() in found

    def assigns(self, path: str, name: str) -> bool:
        """Tell whether a file, by its absolute path, may give a name a value."""
        sketch = self._sketches[path]
        return not name.isascii() or sketch.opaque or name in sketch.assigned
