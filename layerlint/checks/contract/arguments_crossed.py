"""LL448: `self.teacher = student` beside `self.student = teacher`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeGuard

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.model.layer import LayerClass
from layerlint.syntax import cst

if TYPE_CHECKING:
    from layerlint.model.methods import Method


@check(LayerClass)
def arguments_crossed(layer: LayerClass) -> Iterator[Finding]:
    """Report the first of two arguments of the constructor that are kept by each other's name."""
    method = layer.methods.get("__init__")
    if method is None:
        return
    kept: dict[str, cst.Name] = {}
    for binding in method.uses[0]:
        value = binding.value
        plain = binding.kind != "augmented" and not binding.container_index
        if binding.attribute in kept or not plain:
            return  # which of the two holds is not seen
        if _is_argument(value, method):
            kept[binding.attribute] = value
    for attribute, value in kept.items():
        other = kept.get(value.value)
        if value.value == attribute or other is None or other.value != attribute:
            continue
        edits = (
            *replace(method.module, value, attribute),
            *replace(method.module, other, value.value),
        )
        fix = Fix("Keep each by its own name", edits, "unsafe")
        fields = {"layer": layer.name, "one": attribute, "other": value.value}
        yield Finding(value, fields=fields, fix=fix)
        return


def _is_argument(value: cst.BaseExpression | None, method: Method) -> TypeGuard[cst.Name]:
    """Whether it is an argument of the constructor as it was given."""
    return (
        isinstance(value, cst.Name)
        and method.takes(value.value)
        and not method.rebinds(value.value)
    )
