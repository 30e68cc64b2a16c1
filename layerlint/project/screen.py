"""The cheapest question about a file: may it hold a layer at all? Bytes and `re` only."""

from __future__ import annotations

import re

# A class with bases needs `class`, a name and `(` or, with type parameters, `[`. The name may
# follow on the next line after a backslash and may hold letters that are not ASCII.
CLASS_WITH_BASES = re.compile(
    rb"\bclass(?:[ \t\f]|\\\r?\n|\\\r)+[^\s()\[\]:]+(?:[ \t\f]|\\\r?\n|\\\r)*[(\[]"
)
# An encoding in which `class` may be written with other bytes than ASCII ones.
UNUSUAL_ENCODING = re.compile(
    rb"coding[:=][ \t]*[\"']?(?:utf[-_]?(?:7|16|32)|u?t?f?7|cp037|cp500|hz)"
)


def may_hold_layer(data: bytes) -> bool:
    """Tell whether a file may define a class with bases, without which there is no layer.

    Sound for every file on its own. Which of the classes can be layers takes the other files of
    the project: that is the work of `layerlint.project.hierarchy`.
    """
    return CLASS_WITH_BASES.search(data) is not None or (
        UNUSUAL_ENCODING.search(data, 0, 200) is not None
    )
