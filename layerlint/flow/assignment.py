"""Binding names, attributes of the layer and items of containers."""

from __future__ import annotations

from dataclasses import replace

import libcst as cst

from layerlint.flow import expressions
from layerlint.flow.frames import Frame
from layerlint.flow.run import Path, Run
from layerlint.flow.values import ANYTHING, Value, arithmetic, join, truth, unknown_from
from layerlint.flow.worlds import FLAG, INFER


def assign(
    target: cst.CSTNode,
    value: Value,
    expression: cst.BaseExpression | None,
    statement: cst.CSTNode,
    frame: Frame,
    run: Run,
) -> None:
    """Bind `target` to `value`, which `expression` (None: part of something) evaluated to."""
    match target:
        case cst.Name(value=name):
            _note_overwritten_flag(name, value, expression, statement, frame, run)
            frame.names[name] = value
        case cst.Tuple(elements=elements) | cst.List(elements=elements):
            parts = _unpacked(value, len(elements))
            for element, part in zip(elements, parts, strict=True):
                assign(element.value, part, None, statement, frame, run)
        case cst.StarredElement(value=inner):
            assign(inner, unknown_from(value), None, statement, frame, run)
        case cst.Attribute():
            owner = expressions.evaluate(target.value, frame, run)
            if owner.path is not None:
                path = (*owner.path, target.attr.value)
                write_attribute(target, path, "=", value, expression, frame, run)
        case cst.Subscript():
            owner = expressions.evaluate(target.value, frame, run)
            for index in target.slice:
                expressions.evaluate_slice(index.slice, frame, run)
            if owner.path is not None and owner.path:
                write_attribute(target, owner.path, "[]=", value, expression, frame, run)
            elif isinstance(target.value, cst.Name):
                add_to_local(target.value.value, value, frame)


def augment(node: cst.AugAssign, frame: Frame, run: Run) -> None:
    """`target <op>= value`."""
    right = expressions.evaluate(node.value, frame, run)
    left = expressions.evaluate(node.target, frame, run)
    result = arithmetic(left, node.operator, right)
    if isinstance(node.target, cst.Name):
        frame.names[node.target.value] = result
        return
    if left.path is not None and left.path:
        operation = "[]=" if isinstance(node.target, cst.Subscript) else _symbol(node.operator)
        path = left.path[:-1] if operation == "[]=" else left.path
        write_attribute(node.target, path, operation, result, node.value, frame, run)


def delete(target: cst.CSTNode, frame: Frame) -> None:
    """`del target`."""
    if isinstance(target, cst.Name):
        frame.names.pop(target.value, None)


def add_to_local(name: str, value: Value, frame: Frame) -> None:
    """A value is put into a local container: its draws are in there from now on."""
    known = frame.lookup(name)
    if known is None:
        return
    merged = unknown_from(known, value)
    frame.names[name] = replace(
        known, draws=merged.draws, reads=merged.reads, derived=merged.derived, items=None
    )


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
            case cst.Name(value="reversed" | "sorted" | "list" | "tuple"):
                return parts[0] if parts else ANYTHING
            case cst.Attribute(value=owner, attr=cst.Name(value="items")):
                inner = expressions.evaluate(owner, frame, run)
                return Value(items=(ANYTHING, _element(inner)))
            case cst.Attribute(value=owner, attr=cst.Name(value="values")):
                return _element(expressions.evaluate(owner, frame, run))
    return _element(value)


def _element(value: Value) -> Value:
    if value.path:
        path = (*value.path, "[*]")
        return Value(path=path, reads=frozenset(path[:1]))
    if value.items:
        if all(part.path for part in value.items):
            # Which of them is not known; that it is state of the layer is.
            return Value(path=value.items[0].path)
        return join(value.items)
    return unknown_from(value)


def _unpacked(value: Value, count: int) -> tuple[Value, ...]:
    if value.items is not None and len(value.items) == count:
        return value.items
    return (unknown_from(value),) * count


def write_attribute(
    target: cst.CSTNode,
    path: Path,
    operation: str,
    value: Value,
    expression: cst.BaseExpression | None,
    frame: Frame,
    run: Run,
) -> None:
    """Bind an attribute of the layer, or of something it holds."""
    run.sink(value)
    effect = run.emit(
        "attribute-write",
        target,
        frame,
        target=dotted_path(path),
        operation=operation,
        value=expression,
    )
    effect.reads |= value.reads
    for known in [key for key in run.attributes if key[: len(path)] == path]:
        del run.attributes[known]
    if operation != "[]=":
        run.attributes[path] = value
    run.written(path)


def _note_overwritten_flag(
    name: str,
    value: Value,
    expression: cst.BaseExpression | None,
    statement: cst.CSTNode,
    frame: Frame,
    run: Run,
) -> None:
    """`training = <something true>` where the flag was false: inference becomes training."""
    if run.world is not INFER or name != "training":
        return
    before = frame.names.get(name)
    was_flag = before is not None and before.derived and before.const is FLAG[INFER]
    if was_flag and truth(value) is not False and not value.derived:
        run.emit("flag-overwrite", statement, frame, target=name, value=expression)


def dotted_path(path: Path) -> str:
    """`("ema", "[*]")` as `ema[*]`."""
    text = ""
    for part in path:
        text += part if part.startswith("[") else (f".{part}" if text else part)
    return text


def _symbol(operation: cst.BaseAugOp) -> str:
    return "+=" if isinstance(operation, cst.AddAssign) else "augmented"
