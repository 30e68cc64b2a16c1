"""Tuples, lists and dictionaries: what is in them, and what is put into them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import Any

from layerlint.interpret import expressions
from layerlint.interpret.frames import Frame
from layerlint.interpret.joining import join
from layerlint.interpret.lifting import plain
from layerlint.interpret.run import Run
from layerlint.interpret.tensors import algebra
from layerlint.interpret.values import (
    UNKNOWN,
    Value,
    asked,
    chosen,
    constant,
    fact_of,
    parts_of,
    revised,
    truth,
    unknown_from,
    with_fact,
)
from layerlint.syntax import cst


class _AnyKey:
    """A key that is not known; equal to no other."""


def element(value: Value) -> Value:
    """What any one of the elements of `value` may be."""
    if value.path:
        path = (*value.path, "[*]")
        held = [part for part in parts_of(value) if part.callees]
        found = join(held) if held else Value(reads=frozenset(path[:1]))
        return revised(found, path=path)
    parts = parts_of(value)
    if parts:
        return join(parts)
    return with_fact(asked(value), algebra.element(fact_of(value)))


def unpacked(value: Value, count: int) -> tuple[Value, ...]:
    """The `count` values to which an unpacking of `value` binds names."""
    if value.items is not None and len(value.items) == count:
        return value.items
    if value.items is not None or value.element is not None or value.path:
        return (element(value),) * count
    found = exact(value)
    if found is not None and len(found) == count:
        return found
    unknown = unknown_from(value)
    return tuple(with_fact(unknown, fact) for fact in algebra.unpacked(fact_of(value), count))


def looked_up(owner: Value, key: Value | None) -> Value | None:
    """`owner[key]`, None where `owner` is no container whose parts are known.

    Without a key it is a slice. Raises `KeyError` or `IndexError` where Python certainly would.
    """
    if owner.items is None and owner.mapping is None and owner.element is None:
        return None
    if key is None:
        return Value(element=element(owner), derived=owner.derived, picked=owner.picked)
    found = _looked_up(owner, key)
    if found.known or found.path or found.callees or not (owner.opaque or key.opaque):
        return chosen(found) if key.opaque else found
    return revised(found, picked=True)


def _looked_up(owner: Value, key: Value) -> Value:
    index = plain(key)
    if owner.mapping is not None and index is not UNKNOWN and isinstance(index, Hashable):
        if index in owner.mapping:
            return owner.mapping[index]
        if owner.kind is dict and not owner.partial and exact(owner) is not None:
            raise KeyError(index)
        if owner.picked:
            return asked(owner, key)
    elif owner.items is not None and isinstance(index, int):
        if -len(owner.items) <= index < len(owner.items):
            return owner.items[index]
        if owner.kind in (list, tuple):
            raise IndexError(index)
    parts = parts_of(owner)
    return expressions.mixed(key, list(parts)) if parts else asked(owner, key)


def dictionary(entries: Iterable[cst.BaseDictElement], frame: Frame, run: Run) -> Value:
    """The value of a dictionary display."""
    mapping: dict[Hashable, Value] | None = {}
    parts: list[Value] = []
    partial = False
    for entry in entries:
        value = expressions.evaluate(entry.value, frame, run)
        parts.append(value)
        if isinstance(entry, cst.DictElement):
            parts.append(expressions.evaluate(entry.key, frame, run))
            key = plain(parts[-1])
            if mapping is not None:
                known = key is not UNKNOWN and isinstance(key, Hashable)
                mapping[key if known else _AnyKey()] = value
        elif mapping is not None and value.mapping is not None:
            mapping.update(value.mapping)
            partial = partial or value.partial
        else:
            mapping = None
    picked = any(part.picked for part in parts)
    if mapping is None:
        return revised(unknown_from(*parts), element=join(parts), picked=picked)
    return revised(
        unknown_from(*parts),
        mapping=mapping,
        kind=dict,
        partial=partial,
        picked=picked,
        identity=run.new_identity(),
    )


def store(
    known: Value,
    node: cst.BaseExpression,
    key: Value | None,
    value: Value,
    frame: Frame,
    run: Run,
) -> None:
    """A value is put into the container `known`, which `node` denotes, at `key` if it has one."""
    merged = unknown_from(known, value)
    changed = revised(
        known,
        const=UNKNOWN,
        truth=None,
        tensor=None,
        draws=merged.draws,
        reads=merged.reads,
        derived=merged.derived,
    )
    fixed = key.const if key is not None and key.known else UNKNOWN
    if known.mapping is not None and isinstance(fixed, Hashable) and key is not None and key.known:
        changed = revised(changed, mapping={**known.mapping, fixed: value})
    elif (
        known.items is not None
        and isinstance(fixed, int)
        and -len(known.items) <= fixed < len(known.items)
    ):
        position = range(len(known.items))[fixed]
        items = (*known.items[:position], value, *known.items[position + 1 :])
        changed = revised(changed, items=items)
    else:
        inside = join([*parts_of(known), value])
        picked = known.picked or value.picked or (key is not None and key.picked)
        changed = revised(
            changed, items=None, mapping=None, kind=None, element=inside, picked=picked
        )
    put_in_place(known, changed, node, frame, run)


def put_in_place(
    known: Value, changed: Value, node: cst.BaseExpression, frame: Frame, run: Run
) -> None:
    """The container `known` is `changed` from now on, wherever it is held."""
    if known.identity is None:
        owner = frame.owner_of(node.value) if isinstance(node, cst.Name) else None
        if owner is not None and isinstance(node, cst.Name):
            before = owner.names[node.value]
            owner.names[node.value] = changed if owner is frame else join([before, changed])
        return
    run.changed.append(known.identity)
    for holder in (*run.frames, frame):
        # Only of the running function's names both sides of a branch are compared.
        certain = holder is frame or run.comes_surely_from(holder)
        for name, value in holder.names.items():
            replaced = _with_part(value, known.identity, changed)
            if replaced is not value:
                holder.names[name] = replaced if certain else join([value, replaced])
    for path, value in run.attributes.items():
        run.attributes[path] = _with_part(value, known.identity, changed)


def _with_part(value: Value, identity: int, changed: Value) -> Value:
    """`value`, or what of it is the container, in its new state."""
    if value.identity == identity:
        return revised(changed, path=value.path, same=value.same)
    if value.items is not None:
        items = tuple(_with_part(part, identity, changed) for part in value.items)
        if any(new is not old for new, old in zip(items, value.items, strict=True)):
            return revised(value, items=items)
    elif value.mapping is not None:
        mapping = {key: _with_part(part, identity, changed) for key, part in value.mapping.items()}
        if any(mapping[key] is not part for key, part in value.mapping.items()):
            return revised(value, mapping=mapping)
    return value


def copied(value: Value, run: Run, *, deep: bool) -> Value:
    """Another container with the same parts, or with copies of those."""
    parts: dict[str, Any] = {}
    if deep and value.items is not None:
        parts["items"] = tuple(copied(part, run, deep=True) for part in value.items)
    if deep and value.mapping is not None:
        parts["mapping"] = {k: copied(part, run, deep=True) for k, part in value.mapping.items()}
    if value.identity is not None:
        parts["identity"] = run.new_identity()
    return revised(value, **parts) if parts else value


def share(value: Value, node: cst.BaseExpression | None, frame: Frame, run: Run) -> None:
    """Somebody else gets hold of the container, and may fill or empty it."""
    if value.kind in (list, dict, set) and node is not None:
        put_in_place(value, revised(value, kind=None, truth=None), node, frame, run)


def exact(value: Value) -> tuple[Value, ...] | None:
    """All that iterating over `value` gives, in order; None where that is not known."""
    if value.kind is dict and value.mapping is not None and not value.partial:
        keys = value.mapping
        return None if any(isinstance(key, _AnyKey) for key in keys) else _lifted_keys(value)
    if value.items is not None and value.kind not in (set, frozenset):
        return value.items
    if isinstance(value.const, (tuple, str)):
        return tuple(constant(part, derived=value.derived) for part in value.const)
    return None


def _lifted_keys(value: Value) -> tuple[Value, ...]:
    return tuple(constant(key, derived=value.derived) for key in value.mapping or ())


def vacant(value: Value) -> bool:
    """Whether iterating over `value` gives nothing."""
    if value.kind is Iterator:
        return value.items == ()
    return truth(value) is False


def elements_of(value: Value) -> Value:
    """What iterating over `value` yields, each time."""
    if value.mapping is not None:
        return unknown_from(value)  # the keys
    return element(value)
