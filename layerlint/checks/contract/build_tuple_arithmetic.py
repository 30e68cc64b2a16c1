"""LL414: `build` adds a tuple to the shape, which is a list when a model is loaded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.contract._shape_arguments import (
    is_converted,
    shape_parameters,
    shape_part,
    with_parts,
)
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.model.layer import LayerClass
from layerlint.queries.traced_code import short
from layerlint.syntax import cst

if TYPE_CHECKING:
    from layerlint.model.methods import Method


@check(LayerClass)
def build_tuple_arithmetic(layer: LayerClass) -> Iterator[Finding]:
    """Report sums of the shape that `build` is given and a tuple or list."""
    method = layer.methods.get("build")
    if method is None or layer.kind == "mixin" or "state_size" in layer.attributes:
        return  # a recurrent cell is built by the layer around it
    names = {each for each in shape_parameters(method) if not is_converted(method, each)}
    names = with_parts(method, names)
    for node in method.own_nodes(cst.BinaryOperation):
        if not _is_sum(node) or _is_sum(method.module.parent(node)):
            continue
        operands = list(_operands(node))
        shapes = [each for each in operands if shape_part(each, names) in ("shape", "inner")]
        tuples = any(isinstance(each, cst.Tuple) for each in operands)
        lists = any(isinstance(each, cst.List) for each in operands)
        if not shapes or not (tuples or lists):
            continue
        kind = "tuple" if tuples else "list"
        fields = {
            "shape": method.module.source(shapes[0]),
            "expression": short(method.module, node, 60),
        }
        fix = None if tuples and lists else _fix(shapes, kind, method)
        yield Finding(node, "default" if tuples else "list", fields, fix=fix)


def _is_sum(node: cst.CSTNode | None) -> bool:
    return isinstance(node, cst.BinaryOperation) and isinstance(node.operator, cst.Add)


def _operands(node: cst.BaseExpression) -> Iterator[cst.BaseExpression]:
    if isinstance(node, cst.BinaryOperation) and isinstance(node.operator, cst.Add):
        yield from _operands(node.left)
        yield from _operands(node.right)
    else:
        yield node


def _fix(shapes: list[cst.BaseExpression], kind: str, method: Method) -> Fix:
    module = method.module
    edits = [
        edit
        for shape in shapes
        for edit in replace(module, shape, f"{kind}({module.source(shape)})")
    ]
    return Fix(f"Convert with `{kind}()`", tuple(edits))
