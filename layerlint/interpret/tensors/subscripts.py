"""What indices and slices take of a value."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from layerlint.interpret.tensors.fact import PYTHON, Fact, join
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, literal

if TYPE_CHECKING:
    from layerlint.interpret.frames import Frame
    from layerlint.interpret.run import Run


def subscript(node: cst.Subscript, frame: Frame, run: Run) -> Fact:
    """The fact of `owner[...]`."""
    owner = run.fact(node.value)
    first = node.slice[0].slice
    if owner.size == "shape":
        return _of_shape(first)
    if owner.items is not None:
        if _is_slice(first, frame):
            return Fact("python", item=join(owner.items))
        index = literal(first.value) if isinstance(first, cst.Index) else NOT_LITERAL
        if isinstance(index, int) and -len(owner.items) <= index < len(owner.items):
            return owner.items[index]
        return join(owner.items)
    if owner.item is not None:
        return owner if _is_slice(first, frame) else owner.item
    key = literal(first.value) if isinstance(first, cst.Index) else NOT_LITERAL
    if owner.kind == "input" and isinstance(key, (str, int)) and len(node.slice) == 1:
        # A part of a structure, which has the batch, or the first example of a tensor.
        return replace(owner, batch=isinstance(key, str), steps=False, whole=False)
    if owner.kind == "python":
        return PYTHON
    if owner.kind == "input" and len(node.slice) == 1 and not _is_ellipsis(first):
        # Some of the parts, or some of the examples; or one of them, or the part of a name.
        batch = isinstance(first, cst.Slice) or _is_constant(first, frame)
        return replace(owner, batch=owner.batch and batch, steps=False, whole=False)
    whole = _keeps_axis(first)
    second = whole and all(_keeps_axis(part.slice) for part in node.slice[1:2])
    return replace(
        owner,
        kind="tensor" if owner.may_be_tensor else owner.kind,
        batch=owner.batch and whole,
        steps=owner.steps and second,
        whole=False,
        implicit="lost" if owner.implicit else None,
        weight=False,
    )


def _is_slice(part: cst.CSTNode, frame: Frame) -> bool:
    """Whether the index asks for several items, as `1:` and `slice(1, None)` do."""
    match part:
        case cst.Index(value=cst.Call(func=function)):
            return frame.module.resolve(function) == "builtins.slice"
    return isinstance(part, cst.Slice)


def _is_constant(part: cst.CSTNode, frame: Frame) -> bool:
    """Whether the index is a name of the module: what is counted with is a local one."""
    match part:
        case cst.Index(value=cst.Name(value=name)):
            return name != "None" and frame.lookup(name) is None
    return False


def _keeps_axis(part: cst.CSTNode) -> bool:
    if isinstance(part, cst.Slice):
        return part.lower is None and part.upper is None and part.step is None
    return _is_ellipsis(part)


def _is_ellipsis(part: cst.CSTNode) -> bool:
    return isinstance(part, cst.Index) and isinstance(part.value, cst.Ellipsis)


def _of_shape(part: cst.CSTNode) -> Fact:
    if isinstance(part, cst.Slice):
        begins = part.lower is None or literal(part.lower) == 0
        return Fact("python", size="shape") if begins and part.step is None else PYTHON
    index = literal(part.value) if isinstance(part, cst.Index) else NOT_LITERAL
    return Fact("python", size="batch") if index == 0 else PYTHON
