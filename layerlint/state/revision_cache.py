"""What was made of texts, kept for the revisions that follow."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    Value = TypeVar("Value")
    Key = tuple[Callable[[str], Any], str]

# In characters of source: trees take some 100 times as much memory.
MOST = 3_000_000


class RevisionCache:
    """Keeps what is asked for in one revision after the other, as long as there is room.

    What a large run goes through once does not drive out what every edit asks for.
    """

    __slots__ = ("_before", "_found", "_now", "_size")

    def __init__(self) -> None:
        self._found: dict[Key, Any] = {}
        self._size = 0
        self._now: set[Key] = set()
        self._before: set[Key] = set()

    def advance(self) -> None:
        """Begin another revision."""
        self._before, self._now = self._now, set()

    def of(self, text: str, make: Callable[[str], Value]) -> Value:
        """What `make` gives for a text."""
        key = (make, text)
        if key in self._found:
            self._now.add(key)
            found: Value = self._found[key]
            return found
        found = make(text)
        self._make_room(len(text))
        if self._size + len(text) <= MOST:
            self._found[key] = found
            self._size += len(text)
            self._now.add(key)
        return found

    def _make_room(self, wanted: int) -> None:
        """Forget what neither this revision nor the one before has asked for, as far as needed."""
        if self._size + wanted <= MOST:
            return
        for key in self._found.keys() - self._now - self._before:
            del self._found[key]
            self._size -= len(key[1])
