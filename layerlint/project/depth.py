"""How deeply code may be nested for what reads it by recursion."""

from __future__ import annotations

import sys

# Trees are descended into by a few Python frames a level.
RECURSION_LIMIT = 5000


class DeepRecursion:
    """A context in which more calls may be open at once than Python allows by itself."""

    __slots__ = ("_before",)

    def __enter__(self) -> None:
        self._before = sys.getrecursionlimit()
        sys.setrecursionlimit(max(self._before, RECURSION_LIMIT))

    def __exit__(self, *exc: object) -> None:
        sys.setrecursionlimit(self._before)
