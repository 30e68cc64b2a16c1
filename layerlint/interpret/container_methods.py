"""Methods of lists, dictionaries, sets and strings whose parts are known."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from layerlint.facts.python import (
    CONTAINER_CHANGES,
    METHODS_THAT_ADD,
    METHODS_THAT_CHANGE,
    PURE_METHODS,
)
from layerlint.interpret import containers, exceptions, expressions, python_calls
from layerlint.interpret.frames import Argument, Frame
from layerlint.interpret.joining import join
from layerlint.interpret.lifting import plain
from layerlint.interpret.run import Run
from layerlint.interpret.values import (
    ANYTHING,
    UNKNOWN,
    Value,
    asked,
    constant,
    parts_of,
    revised,
    unknown_from,
)
from layerlint.syntax import cst

_CHANGES = METHODS_THAT_CHANGE | CONTAINER_CHANGES


def container_call(
    receiver: Value,
    verb: str,
    given: Sequence[Argument],
    node: cst.BaseExpression,
    frame: Frame,
    run: Run,
) -> Value | None:
    """`receiver.verb(...)`, where `node` denotes the receiver; None if it is no such method."""
    values = [argument.value for argument in given if argument.keyword is None]
    whole = len(values) == len(given)
    if receiver.mapping is not None:
        found = _of_mapping(receiver, verb, given, node, frame, run)
        if found is not None:
            return found
    if receiver.mapping is None and receiver.element is not None:
        found = _of_some_mapping(receiver.element, verb, values)
        if found is not None:
            return found
    if receiver.items is not None and verb in _CHANGES and whole:
        changed = _changed_items(list(receiver.items), receiver, verb, values, run)
        if changed is not None:
            containers.put_in_place(receiver, changed[0], node, frame, run)
            return changed[1]
    if verb in _CHANGES and (receiver.kind is not None or isinstance(node, cst.Name)):
        for value in values if verb in METHODS_THAT_ADD else [asked(*values)]:
            put = value
            if verb in ("extend", "update"):
                put = asked(value) if receiver.kind is dict else containers.element(value)
            containers.store(receiver, node, None, put, frame, run)
        return None if receiver.kind is None else asked(receiver)
    owner = receiver.choices[0] if receiver.choices else plain(receiver)
    if owner is not UNKNOWN and verb in PURE_METHODS.get(type(owner), ()) and whole:
        return python_calls.computed(getattr(type(owner), verb), [receiver, *values])
    return None


def _of_mapping(
    receiver: Value,
    verb: str,
    given: Sequence[Argument],
    node: cst.BaseExpression,
    frame: Frame,
    run: Run,
) -> Value | None:
    mapping = receiver.mapping or {}
    values = [argument.value for argument in given if argument.keyword is None]
    if verb in ("get", "pop", "setdefault") and values:
        return _item(receiver, verb, values, node, frame, run)
    if verb == "values" and containers.exact(receiver) is not None:
        return Value(items=parts_of(receiver), kind=list, picked=receiver.picked)
    if verb == "items" and containers.exact(receiver) is not None:
        pairs = [
            Value(items=(key, part), kind=tuple)
            for key, part in zip(containers.exact(receiver) or (), mapping.values(), strict=True)
        ]
        return Value(items=tuple(pairs), kind=list, picked=receiver.picked)
    if verb == "keys" and containers.exact(receiver) is not None:
        return Value(items=containers.exact(receiver), kind=list, picked=receiver.picked)
    if verb == "update":
        merged = _updated(mapping, given, run)
        if merged is None:
            return None
        containers.put_in_place(receiver, revised(receiver, mapping=merged), node, frame, run)
        return constant(None)
    if verb == "clear":
        containers.put_in_place(receiver, revised(receiver, mapping={}), node, frame, run)
        return constant(None)
    if verb == "popitem" and mapping and (keys := containers.exact(receiver)) is not None:
        left = dict(mapping)
        last = left.popitem()[1]
        containers.put_in_place(receiver, revised(receiver, mapping=left), node, frame, run)
        return Value(items=(keys[-1], last), kind=tuple)
    return None


def _updated(
    mapping: Mapping[Hashable, Value], given: Sequence[Argument], run: Run
) -> dict[Hashable, Value] | None:
    """What a dictionary holds after `update`; None where that is unclear."""
    merged = dict(mapping)
    for argument in given:
        if argument.keyword and argument.keyword != "**":
            merged[argument.keyword] = argument.value
            continue
        more = argument.value
        if more.kind is not dict:
            more = python_calls.dictionary([more], {}, run)
        if more.mapping is None:
            return None
        merged.update(more.mapping)
    return merged


def _item(
    receiver: Value,
    verb: str,
    values: list[Value],
    node: cst.BaseExpression,
    frame: Frame,
    run: Run,
) -> Value:
    """What `get`, `pop` and `setdefault` of a dictionary give, and what they leave of it."""
    mapping = receiver.mapping or {}
    item = _picked(receiver, values)
    key = plain(values[0])
    if key is UNKNOWN or not isinstance(key, Hashable) or verb == "get":
        return item
    if verb == "pop" and key not in mapping and len(values) == 1 and not receiver.partial:
        raise exceptions.fail("KeyError", run)
    rest = {name: part for name, part in mapping.items() if name != key}
    if verb == "setdefault":
        item = mapping.get(key, values[1] if len(values) > 1 else constant(None))
        rest = {**mapping, key: item}
    containers.put_in_place(receiver, revised(receiver, mapping=rest), node, frame, run)
    return item


def _of_some_mapping(element: Value, verb: str, given: list[Value]) -> Value | None:
    """What a dictionary answers of which is only known what its values may be."""
    if verb == "values":
        return Value(element=element)
    if verb == "items":
        return Value(element=Value(items=(ANYTHING, element), kind=tuple))
    if verb == "get":
        return join([element, *(given[1:] or [constant(None)])])
    return None


def _picked(receiver: Value, given: list[Value]) -> Value:
    """`kwargs.get("training", default)`."""
    mapping = receiver.mapping or {}
    key = given[0]
    wanted = plain(key)
    if wanted is not UNKNOWN and isinstance(wanted, Hashable) and wanted not in mapping:
        if receiver.partial and receiver.kind is dict:
            return unknown_from(receiver, *given[1:])
        if len(given) > 1:
            return given[1]
        return unknown_from(receiver) if receiver.partial else constant(None)
    found = containers.looked_up(receiver, key)
    if wanted is not UNKNOWN or found is None:
        return unknown_from(receiver) if found is None else found
    return expressions.mixed(key, [found, *given[1:]])


def _changed_items(
    items: list[Value], receiver: Value, verb: str, values: list[Value], run: Run
) -> tuple[Value, Value] | None:
    """The container after the method, and what the method returns; None where that is unclear."""
    result = constant(None)
    position = plain(values[0]) if values else -1
    match verb, values:
        case (("append" | "add"), [value]):
            items.append(value)
        case "appendleft", [value]:
            items.insert(0, value)
        case "insert", [_, value] if isinstance(position, int):
            items.insert(position, value)
        case (("extend" | "update"), [value]) if (more := containers.exact(value)) is not None:
            items += more
        case "pop", _ if isinstance(position, int) and receiver.kind is list:
            if not -len(items) <= position < len(items):
                raise exceptions.fail("IndexError", run)
            result = items.pop(position)
        case "pop", [] if receiver.kind is set and len(items) == 1:
            result = items.pop()
        case "popleft", [] if items:
            result = items.pop(0)
        case (("remove" | "discard"), [value]):
            return _without(items, receiver, verb, value, run)
        case _, [value] if verb.endswith("_update") and receiver.kind is set:
            method = getattr(set, verb.removesuffix("_update"))
            left = python_calls.computed(method, [receiver, value])
            if left.items is None:
                return None
            items = list(left.items)
        case "reverse", []:
            items.reverse()
        case "clear", []:
            items.clear()
        case "sort", []:
            found = python_calls.computed(sorted, [receiver])
            if found.items is None:
                return None
            items = list(found.items)
        case _:
            return None
    return _changed(receiver, items, values), result


def _changed(receiver: Value, items: list[Value], values: list[Value]) -> Value:
    """The container with other parts."""
    merged = asked(receiver, *values)
    return revised(
        receiver,
        items=tuple(items),
        derived=merged.derived,
        picked=merged.picked,
        draws=merged.draws,
        reads=merged.reads,
    )


def _without(
    items: list[Value], receiver: Value, verb: str, value: Value, run: Run
) -> tuple[Value, Value] | None:
    """The container without the first part that is equal to `value`."""
    known = [plain(part) for part in items]
    wanted = plain(value)
    if wanted is UNKNOWN or any(part is UNKNOWN for part in known):
        return None
    if wanted in known:
        del items[known.index(wanted)]
    elif verb == "remove":
        kind = "ValueError" if receiver.kind is list else "KeyError"
        raise exceptions.fail(kind, run, receiver, value)
    return _changed(receiver, items, [value]), constant(None)
