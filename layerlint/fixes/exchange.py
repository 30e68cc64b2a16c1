"""Swaps two files in one step, so that neither is lost whatever another program does meanwhile."""

from __future__ import annotations

import os
from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def exchange(one: str, other: str) -> bool:
    """Swap what two names stand for; False where the system or the file system cannot.

    Raises `FileNotFoundError` if one of them is gone.
    """
    rename = _renameat2()
    if rename is None:
        return False
    error = rename(os.fsencode(one), os.fsencode(other))
    if error == _ENOENT:
        raise FileNotFoundError(error, os.strerror(error))
    return error == 0


_ENOENT = 2


@cache
def _renameat2() -> Callable[[bytes, bytes], int] | None:
    """Linux's `renameat2`, as a function that returns the number of the error."""
    import ctypes

    try:
        function = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):
        return None

    def swap(one: bytes, other: bytes) -> int:
        failed = function(_AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE)
        return ctypes.get_errno() if failed else 0

    return swap
