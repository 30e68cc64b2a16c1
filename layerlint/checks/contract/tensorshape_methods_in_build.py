"""LL415: `build` uses members of `TensorShape` on a tuple."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.contract._shape_arguments import (
    handed_on,
    is_converted,
    shape_parameters,
    shape_part,
    unpacked,
)
from layerlint.declaration import check
from layerlint.facts.operations import TENSOR_SHAPE_MEMBERS
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.model.layer import LayerClass
from layerlint.queries.own_code import own_method
from layerlint.queries.target_generation import excused
from layerlint.syntax import cst

if TYPE_CHECKING:
    from layerlint.model.methods import Method

_METHODS = ("build", "compute_output_shape")


@check(LayerClass, halts_on=(3,), tests=True)
def tensorshape_methods_in_build(layer: LayerClass) -> Iterator[Finding]:
    """Report members of `TensorShape` on the shapes that Keras passes."""
    told: set[cst.CSTNode] = set()
    for name in _METHODS:
        method = own_method(layer, name)
        if method is None or layer.kind == "mixin":
            continue
        names = {each for each in shape_parameters(method) if not is_converted(method, each)}
        yield from _members(method, names)
        for helper, given in handed_on(method, names):
            if helper.node not in told and not is_converted(helper, given):
                told.add(helper.node)
                yield from _members(helper, {given})


def _members(method: Method, names: set[str]) -> Iterator[Finding]:
    module = method.module
    entries = unpacked(method, names)
    for node in method.own_nodes(cst.Attribute):
        member = node.attr.value
        if member != "value" and member not in TENSOR_SHAPE_MEMBERS:
            continue
        part = shape_part(node.value, names, entries)
        if part is None or excused(module, node):
            continue
        if part in ("shape", "inner") and member in TENSOR_SHAPE_MEMBERS:
            fields = {"shape": module.source(node.value), "attribute": member}
            yield Finding(node, fields=fields, fix=_fix(node, method), module=module)
        elif part in ("entry", "inner") and member == "value":
            edits = replace(module, node, module.source(node.value))
            fields = {"dimension": module.source(node.value)}
            fix = Fix("Leave `.value` out", tuple(edits))
            yield Finding(node, "dimension", fields, fix=fix, module=module)


def _fix(node: cst.Attribute, method: Method) -> Fix | None:
    module = method.module
    shape, member = module.source(node.value), node.attr.value
    if member in ("rank", "ndims"):
        return Fix("Use `len()`", tuple(replace(module, node, f"len({shape})")))
    call = module.parent(node)
    if member == "as_list" and isinstance(call, cst.Call) and not call.args:
        return Fix("Use `list()`", tuple(replace(module, call, f"list({shape})")))
    return None
