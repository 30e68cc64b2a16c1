"""Between values and the Python objects that they are, in parts where these are containers."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from layerlint.interpret.values import UNKNOWN, Value, constant


def is_plain(key: Hashable) -> bool:
    """Whether a key of a dictionary is a Python object itself, not one that stands for others."""
    return key is None or isinstance(key, (bool, int, float, str, bytes, tuple))


def plain(value: Value) -> Any:
    """The Python object that the value is, built of its parts; `UNKNOWN` where one is missing."""
    if value.known:
        return value.const
    if value.partial or value.kind is None:
        return UNKNOWN
    if value.mapping is not None and value.kind is dict:
        held = {key: plain(part) for key, part in value.mapping.items()}
        missing = any(part is UNKNOWN for part in held.values())
        return held if not missing and all(map(is_plain, held)) else UNKNOWN
    if value.items is None:
        return UNKNOWN
    parts = [plain(part) for part in value.items]
    if any(part is UNKNOWN for part in parts):
        return UNKNOWN
    try:
        return value.kind(parts)
    except TypeError:
        return UNKNOWN


def lifted(found: object, *, derived: bool = False) -> Value:
    """The value that is the Python object `found`, in parts where it is a container."""
    if isinstance(found, dict):
        mapping = {key: lifted(part, derived=derived) for key, part in found.items()}
        return Value(mapping=mapping, kind=dict, derived=derived)
    if isinstance(found, (list, tuple, set, frozenset)):
        items = tuple(lifted(part, derived=derived) for part in found)
        return Value(items=items, kind=type(found), derived=derived)
    return constant(found, derived=derived)
