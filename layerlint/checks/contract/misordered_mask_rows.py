"""LL442: heads are put before the batch, and the mask is repeated as if they stood behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from layerlint.checks.contract._axes_given import reshaped_to
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import IMPORTS_KERAS, AllOf, AnyOf
from layerlint.queries.straight_values import expression_behind
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, called_name, keyword, literal, positional
from layerlint.syntax.walk import walk_kinds

NEEDS = AllOf(
    IMPORTS_KERAS,
    AnyOf("reshape", "split"),
    AnyOf("transpose", "permute_dimensions", "concat", "concatenate"),
    AnyOf("repeat", "repeat_elements", "tile"),
)
_TRANSPOSES = frozenset({"permute_dimensions", "transpose"})
_REPEATS = frozenset({"repeat", "repeat_elements"})
# What is the same for all samples may be repeated in either way.
_OF_NO_SAMPLE = re.compile(r"causal|ahead|tril|triu|band|future|sub|bias|pos", re.IGNORECASE)


@dataclass(frozen=True)
class _Rows:
    """Rows of heads and samples: those of one head together, or those of one sample."""

    node: cst.Call
    by_head: bool
    heads: str


@check(Module, needs=NEEDS)
def misordered_mask_rows(module: Module) -> Iterator[Finding]:
    """Report masks that are repeated in one order, for heads that are merged in the other."""
    merged: dict[cst.CSTNode, list[_Rows]] = {}
    repeated: dict[cst.CSTNode, list[_Rows]] = {}
    for call in walk_kinds(module.tree, cst.Call):
        scope: cst.CSTNode = module.class_around(call) or module.function(call) or module.tree
        if (rows := _merged(call, module)) is not None:
            merged.setdefault(scope, []).append(rows)
        elif (rows := _repeated(call, module)) is not None:
            repeated.setdefault(scope, []).append(rows)
    for scope, found in repeated.items():
        heads = merged.get(scope, [])
        if len({(each.by_head, each.heads) for each in heads}) != 1:
            continue
        for rows in found:
            if rows.by_head != heads[0].by_head and rows.heads == heads[0].heads:
                message = "repeated" if heads[0].by_head else "tiled"
                yield Finding(rows.node, message, {"mask": short(module, rows.node)})


def _merged(call: cst.Call, module: Module) -> _Rows | None:
    """The rows that a call makes of a batch whose last axis was split into heads."""
    operation = module.operation(call)
    if operation == "reshape":
        return _reshaped(call, module)
    axis = keyword(call, "axis")
    given = positional(call)
    if operation in ("concat", "concatenate") and given:
        along = axis if axis is not None else given[1].value if len(given) > 1 else None
        parts = expression_behind(given[0].value, call, module)
        if literal(along) == 0 and isinstance(parts, cst.Call):
            split = bind(parts, ("value", "num", "axis"))
            if module.operation(parts) == "split" and literal(split.get("axis")) in (-1, 2):
                heads = _name(positional(parts)[1].value) if len(positional(parts)) > 1 else None
                return _Rows(call, True, heads) if heads else None
    return None


def _reshaped(call: cst.Call, module: Module) -> _Rows | None:
    """Heads that are transposed and become one axis with the batch, each as wide as before."""
    sizes = [each.value for each in reshaped_to(call)]
    moved = _tensor(call, module)
    if len(sizes) != 3 or moved is None or module.operation(moved) not in _TRANSPOSES:
        return None
    axes = bind(moved, ("x", "axes"))
    order = literal(axes.get("axes") or axes.get("perm") or axes.get("pattern"))
    split = _tensor(moved, module)
    if (
        split is None
        or module.operation(split) != "reshape"
        or not isinstance(order, (list, tuple))
    ):
        return None
    before = [each.value for each in reshaped_to(split)]
    if len(before) != 4 or module.source(before[3]) != module.source(sizes[2]):
        return None
    heads = _name(before[2])
    if heads is None or tuple(order) not in ((2, 0, 1, 3), (0, 2, 1, 3)):
        return None
    return _Rows(call, tuple(order) == (2, 0, 1, 3), heads)


def _repeated(call: cst.Call, module: Module) -> _Rows | None:
    """The rows that a call makes of the samples of a mask, by as many as there are heads."""
    given = positional(call)
    operation = module.operation(call)
    if not given or not _is_mask(given[0].value, module):
        return None
    if operation in _REPEATS and len(given) > 1:
        axis = keyword(call, "axis")
        along = axis if axis is not None else given[2].value if len(given) > 2 else None
        heads = _name(given[1].value)
        return _Rows(call, False, heads) if heads and literal(along) == 0 else None
    if operation == "tile" and len(given) > 1:
        times = given[1].value
        if isinstance(times, (cst.List, cst.Tuple)) and len(times.elements) > 1:
            first, *rest = (each.value for each in times.elements)
            heads = _name(first)
            if heads and all(literal(each) == 1 for each in rest):
                return _Rows(call, True, heads)
    return None


def _is_mask(node: cst.BaseExpression, module: Module) -> bool:
    """Whether it says something of each sample, as far as its name and its making tell."""
    text = module.source(node) + module.source(expression_behind(node, node, module))
    return _OF_NO_SAMPLE.search(text) is None


def _tensor(call: cst.Call, module: Module) -> cst.Call | None:
    """The call that made what another one works on."""
    given = positional(call)
    value = expression_behind(given[0].value, call, module) if given else None
    return value if isinstance(value, cst.Call) else None


def _name(node: cst.BaseExpression) -> str | None:
    """The last part of a name: `heads` of `self.heads`."""
    return called_name(node) or None
