"""What was made of texts, kept for the revisions that follow."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from typing import Any, TypeVar

    Value = TypeVar("Value")

# In characters of source: trees take some 100 times as much memory.
MOST = 3_000_000


class RevisionCache:
    """Keeps what is asked for in one revision after the other, as long as there is room.

    What a large run goes through once does not drive out what every edit asks for.
    """

    __slots__ = ("_before", "_found", "_now", "_size")

    def __init__(self) -> None:
        self._found: dict[Hashable, _Kept] = {}
        self._size = 0
        self._now: set[Hashable] = set()
        self._before: set[Hashable] = set()

    def advance(self) -> None:
        """Begin another revision."""
        self._before, self._now = self._now, set()

    def of(self, text: str, make: Callable[[str], Value]) -> Value:
        """What `make` gives for a text."""
        return self.following((make, text), text, lambda _: make(text))

    def following(
        self,
        key: Hashable,
        content: str | bytes,
        make: Callable[[Value | None], Value],
        share: float = 1,
    ) -> Value:
        """What `make` gives for a content, from what it gave for the last one under this key.

        None is given to it where that is not known; what was kept of that is used up. `share` tells
        how much memory it takes, a tree being 1.
        """
        known = self._found.get(key)
        if known is not None and known.content == content:
            self._now.add(key)
            found: Value = known.value
            return found
        if known is not None:
            self._forget(key)
        found = make(None if known is None else known.value)
        size = int(len(content) * share)
        self._make_room(size)
        if self._size + size <= MOST:
            self._found[key] = _Kept(content, found, size)
            self._size += size
            self._now.add(key)
        return found

    def _make_room(self, wanted: int) -> None:
        """Forget what neither this revision nor the one before has asked for, as far as needed."""
        if self._size + wanted > MOST:
            for key in self._found.keys() - self._now - self._before:
                self._forget(key)

    def _forget(self, key: Hashable) -> None:
        self._size -= self._found.pop(key).size


class _Kept:
    __slots__ = ("content", "size", "value")

    def __init__(self, content: str | bytes, value: Any, size: int) -> None:
        self.content = content
        self.value = value
        self.size = size
