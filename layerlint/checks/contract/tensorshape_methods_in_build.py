"""LL415: `build` uses members of `TensorShape` on a tuple."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import libcst as cst

from layerlint.checks.contract._shape_arguments import is_converted, shape_parameters, shape_part
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.model.layer import LayerClass

if TYPE_CHECKING:
    from layerlint.model.methods import Method

_MEMBERS = frozenset(
    {"as_list", "as_proto", "assert_has_rank", "assert_is_compatible_with", "concatenate", "dims"}
    | {"assert_is_fully_defined", "assert_same_rank", "is_compatible_with", "is_fully_defined"}
    | {"merge_with", "ndims", "num_elements", "rank", "with_rank", "with_rank_at_least"}
    | {"with_rank_at_most"}
)
_METHODS = ("build", "compute_output_shape")


@check(LayerClass)
def tensorshape_methods_in_build(layer: LayerClass) -> Iterator[Finding]:
    """Report members of `TensorShape` on the shapes that Keras passes."""
    for name in _METHODS:
        method = layer.methods.get(name)
        if method is None or layer.kind == "mixin":
            continue
        names = {each for each in shape_parameters(method) if not is_converted(method, each)}
        for node in method.own_nodes():
            if not isinstance(node, cst.Attribute):
                continue
            member = node.attr.value
            part = shape_part(node.value, names)
            if part in ("shape", "inner") and member in _MEMBERS:
                fields = {"shape": method.module.source(node.value), "attribute": member}
                yield Finding(node, fields=fields, fix=_fix(node, method))
            elif part in ("entry", "inner") and member == "value":
                edits = replace(method.module, node, method.module.source(node.value))
                fields = {"dimension": method.module.source(node.value)}
                yield Finding(
                    node, "dimension", fields, fix=Fix("Leave `.value` out", tuple(edits))
                )


def _fix(node: cst.Attribute, method: Method) -> Fix | None:
    module = method.module
    shape, member = module.source(node.value), node.attr.value
    if member in ("rank", "ndims"):
        return Fix("Use `len()`", tuple(replace(module, node, f"len({shape})")))
    call = module.parent(node)
    if member == "as_list" and isinstance(call, cst.Call) and not call.args:
        return Fix("Use `list()`", tuple(replace(module, call, f"list({shape})")))
    return None
