"""Tuples, lists and dictionaries: what is in them, and what is put into them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import replace

import libcst as cst

from layerlint.interpret import expressions
from layerlint.interpret.frames import Frame
from layerlint.interpret.run import Run
from layerlint.interpret.values import ANYTHING, UNKNOWN, Value, join, parts_of, unknown_from
from layerlint.model.calls import NOT_LITERAL, literal

_SAME_ELEMENTS = frozenset({"reversed", "sorted", "list", "tuple", "iter", "set"})


class _AnyKey:
    """A key that is not known; equal to no other."""


def element(value: Value) -> Value:
    """What any one of the elements of `value` may be."""
    if value.path:
        path = (*value.path, "[*]")
        return Value(path=path, reads=frozenset(path[:1]))
    parts = parts_of(value)
    return join(parts) if parts else unknown_from(value)


def unpacked(value: Value, count: int) -> tuple[Value, ...]:
    """The `count` values to which an unpacking of `value` binds names."""
    if value.items is not None and len(value.items) == count:
        return value.items
    if value.items is not None or value.element is not None:
        return (element(value),) * count
    return (unknown_from(value),) * count


def looked_up(owner: Value, key: Value | None) -> Value | None:
    """`owner[key]`, None where `owner` is no container whose parts are known.

    Without a key it is a slice.
    """
    if owner.items is None and owner.mapping is None and owner.element is None:
        return None
    if key is None:
        return Value(element=element(owner), derived=owner.derived)
    if owner.mapping is not None and isinstance(key.const, Hashable) and key.known:
        if key.const in owner.mapping:
            return owner.mapping[key.const]
    elif (
        owner.items is not None
        and isinstance(key.const, int)
        and -len(owner.items) <= key.const < len(owner.items)
    ):
        return owner.items[key.const]
    parts = parts_of(owner)
    return expressions.mixed(key, list(parts)) if parts else unknown_from(owner, key)


def dictionary(entries: Iterable[cst.BaseDictElement], frame: Frame, run: Run) -> Value:
    """The value of a dictionary display."""
    mapping: dict[Hashable, Value] | None = {}
    parts: list[Value] = []
    for entry in entries:
        value = expressions.evaluate(entry.value, frame, run)
        parts.append(value)
        if isinstance(entry, cst.DictElement):
            parts.append(expressions.evaluate(entry.key, frame, run))
            key = literal(entry.key)
            if mapping is not None:
                mapping[_AnyKey() if key is NOT_LITERAL else key] = value
        elif mapping is not None and value.mapping is not None:
            mapping.update(value.mapping)
        else:
            mapping = None
    if mapping is None:
        return replace(unknown_from(*parts), element=join(parts))
    return replace(unknown_from(*parts), mapping=mapping or None)


def store(name: str, key: Value | None, value: Value, frame: Frame) -> None:
    """A value is put into the local container `name`, at `key` where it has one."""
    owner = frame.owner_of(name)
    if owner is None:
        return
    known = owner.names[name]
    merged = unknown_from(known, value)
    changed = replace(
        known,
        const=UNKNOWN,
        truth=None,
        draws=merged.draws,
        reads=merged.reads,
        derived=merged.derived,
    )
    fixed = key.const if key is not None and key.known else UNKNOWN
    if owner is frame and known.mapping is not None and isinstance(fixed, str):
        changed = replace(changed, mapping={**known.mapping, fixed: value})
    elif (
        owner is frame
        and known.items is not None
        and isinstance(fixed, int)
        and 0 <= fixed < len(known.items)
    ):
        items = (*known.items[:fixed], value, *known.items[fixed + 1 :])
        changed = replace(changed, items=items)
    else:
        inside = join([*parts_of(known), value])
        changed = replace(changed, items=None, mapping=None, element=inside)
    owner.names[name] = changed


def share(node: cst.BaseExpression, frame: Frame) -> None:
    """Somebody else gets hold of the container that `node` names, and may fill or empty it."""
    if not isinstance(node, cst.Name):
        return
    owner = frame.owner_of(node.value)
    known = owner.names[node.value] if owner is not None else ANYTHING
    if owner is not None and known.truth is not None and known.items is not None:
        owner.names[node.value] = replace(known, truth=None)


def elements_of(node: cst.BaseExpression, value: Value, frame: Frame, run: Run) -> Value:
    """What iterating over `node`, whose value is `value`, yields."""
    if isinstance(node, cst.Call):
        parts = [
            elements_of(
                argument.value, expressions.evaluate(argument.value, frame, run), frame, run
            )
            for argument in node.args
            if not argument.star
        ]
        match node.func:
            case cst.Name(value="zip"):
                return Value(items=tuple(parts))
            case cst.Name(value="enumerate"):
                return Value(items=(ANYTHING, parts[0] if parts else ANYTHING))
            case cst.Name(value=name) if name in _SAME_ELEMENTS:
                return parts[0] if parts else ANYTHING
            case cst.Attribute(value=owner, attr=cst.Name(value="items")):
                inner = expressions.evaluate(owner, frame, run)
                return Value(items=(ANYTHING, element(inner)))
            case cst.Attribute(value=owner, attr=cst.Name(value="values")):
                return element(expressions.evaluate(owner, frame, run))
    if value.mapping is not None:
        return unknown_from(value)  # the keys
    return element(value)
