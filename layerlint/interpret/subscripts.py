"""`owner[key]` and slices."""

from __future__ import annotations

from collections.abc import Hashable

from layerlint.interpret import (
    attributes,
    classes,
    containers,
    exceptions,
    expressions,
    invocation,
    objects,
    records,
)
from layerlint.interpret.frames import Argument, Callee, Frame
from layerlint.interpret.kinds import ClassRef
from layerlint.interpret.lifting import plain
from layerlint.interpret.run import DICT, Run
from layerlint.interpret.values import (
    UNKNOWN,
    Value,
    asked,
    chosen,
    constant,
    revised,
    unknown_from,
)
from layerlint.syntax import cst

CLASS_ITEM = "__class_getitem__"


def subscript(node: cst.Subscript, frame: Frame, run: Run) -> Value:
    owner = expressions.evaluate(node.value, frame, run)
    index = node.slice[0].slice if len(node.slice) == 1 else None
    if isinstance(index, cst.Slice):
        return _sliced(owner, index, frame, run)
    keys = [expressions.evaluate_slice(element.slice, frame, run) for element in node.slice]
    return item_of(owner, keys, node, frame, run)


def _bounds_of(index: cst.Slice, frame: Frame, run: Run) -> list[Value]:
    return [
        constant(None) if bound is None else expressions.evaluate(bound, frame, run)
        for bound in (index.lower, index.upper, index.step)
    ]


def _numbers(bounds: list[Value]) -> list[int | None] | None:
    """The bounds of a slice, None where one is not known."""
    numbers = [plain(bound) for bound in bounds]
    known = all(number is None or isinstance(number, int) for number in numbers)
    return numbers if known else None


def _sliced(owner: Value, index: cst.Slice, frame: Frame, run: Run) -> Value:
    bounds = _bounds_of(index, frame, run)
    numbers = _numbers(bounds)
    if numbers is not None:
        if owner.items is not None:
            return revised(owner, items=owner.items[slice(*numbers)], identity=None)
        if isinstance(owner.const, (str, tuple)):
            return constant(owner.const[slice(*numbers)], derived=owner.opaque)
    if owner.path:
        merged = unknown_from(owner, *bounds)
        return revised(merged, path=(*owner.path, "[*]"), derived=owner.derived)
    return containers.looked_up(owner, None) or unknown_from(owner, *bounds)


def with_slice(
    owner: Value, index: cst.Slice, value: Value, frame: Frame, run: Run
) -> Value | None:
    """The list after `owner[a:b] = value`; None where that is unclear."""
    numbers = _numbers(_bounds_of(index, frame, run))
    parts = containers.exact(value)
    if owner.items is None or parts is None or numbers is None:
        return None
    items = list(owner.items)
    try:
        items[slice(*numbers)] = parts
    except ValueError:
        return None
    merged = asked(owner, value)
    return revised(owner, items=tuple(items), derived=merged.derived, picked=merged.picked)


def item_of(owner: Value, keys: list[Value], node: cst.CSTNode, frame: Frame, run: Run) -> Value:
    """`owner[keys]`, as `node` has it."""
    key = keys[0] if len(keys) == 1 else None
    if owner.path and owner.path[-1] == DICT and key is not None and isinstance(key.const, str):
        return run.state((*owner.path[:-1], key.const))
    if key is not None and isinstance(owner.const, (str, tuple)) and isinstance(key.const, int):
        if -len(owner.const) <= key.const < len(owner.const):
            return constant(owner.const[key.const], derived=owner.opaque or key.opaque)
        raise exceptions.fail("IndexError", run, owner, key)
    maker = (
        classes.function_of(owner.const, CLASS_ITEM) if isinstance(owner.const, ClassRef) else None
    )
    if maker is not None:
        first = (Argument(owner),)
        callee = Callee(maker[1], maker[0].module, lexical=maker[0].scope, given=first)
        return invocation.invoke(callee, [Argument(each) for each in keys], node, frame, run)
    if isinstance(owner.const, ClassRef) and key is not None and isinstance(key.const, str):
        return revised(classes.member(owner.const, key.const, run), derived=key.opaque)
    answer = objects.special(owner, "__getitem__", keys, node, frame, run)
    if answer is None and owner.path == () and run.layer.method("__getitem__") is not None:
        method = attributes.attribute_of(owner, "__getitem__", node, frame, run)
        answer = invocation.invoke_value(
            method, [Argument(each) for each in keys], node, frame, run
        )
    if answer is None:
        answer = _made_for(owner, key, node, frame, run)
    if answer is not None:
        return answer
    try:
        inside = containers.looked_up(owner, key) if key is not None else None
    except LookupError as error:
        raise exceptions.fail(type(error).__name__, run, owner, *keys) from None
    if inside is not None:
        if run.attempts and key is not None and key.opaque and plain(key) is UNKNOWN:
            exceptions.may_fail("LookupError", node, frame, run, taken=False)
        return inside
    if owner.path:
        if key is not None and isinstance(key.const, (str, int)):
            return run.state((*owner.path, f"[{key.const!r}]"))
        merged = unknown_from(owner, *keys)
        return revised(merged, path=(*owner.path, "[*]"), derived=owner.derived)
    return asked(owner, *keys)


def _made_for(
    owner: Value, key: Value | None, node: cst.CSTNode, frame: Frame, run: Run
) -> Value | None:
    """What a `defaultdict` makes for a key that it does not have."""
    if owner.mapping is None or owner.element is None or not isinstance(node, cst.Subscript):
        return None
    at = plain(key) if key is not None else UNKNOWN
    if at is UNKNOWN or not isinstance(at, Hashable):
        # Whatever is done with it now is done with a part of the container.
        lost = revised(asked(owner, *([key] if key else [])), identity=owner.identity)
        containers.put_in_place(owner, lost, node.value, frame, run)
        return lost
    if at in owner.mapping:
        return None
    made = records.made_by(owner.element, node, frame, run)
    more = revised(owner, mapping={**owner.mapping, at: made})
    containers.put_in_place(owner, more, node.value, frame, run)
    return chosen(made) if key is not None and key.opaque else made
