"""LL410: `__setattr__` bypasses the base's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.formatting import written
from layerlint.fixes.rewrite import replace
from layerlint.model.config import is_root
from layerlint.model.layer import LayerClass
from layerlint.queries.own_code import own_method
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name
from layerlint.syntax.walk import walk, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.methods import Method


@check(LayerClass)
def setattr_without_super(layer: LayerClass) -> Iterator[Finding]:
    """Report a `__setattr__` in which nothing leads to Keras's."""
    method = own_method(layer, "__setattr__")
    if method is None or layer.kind == "mixin" or is_root(layer) or not layer.keras_bases:
        return
    past = [node for node in walk(method.node.body) if _is_past(node)]
    if not past or _runs_base(method):
        return
    fields = {"layer": layer.name}
    yield Finding(method.node.name, fields=fields, fix=_fix(method, past), module=method.module)


def _is_past(node: cst.CSTNode) -> bool:
    """`object.__setattr__` or `self.__dict__`."""
    return isinstance(node, cst.Attribute) and (
        node.attr.value == "__dict__"
        or (node.attr.value == "__setattr__" and is_name(node.value, "object"))
    )


def _runs_base(method: Method) -> bool:
    return any(
        node.attr.value == "__setattr__" and not is_name(node.value, "object")
        for node in walk_kinds(method.node.body, cst.Attribute)
    )


def _fix(method: Method, past: list[cst.CSTNode]) -> Fix | None:
    """Run `super().__setattr__` in place of `object.__setattr__`."""
    module = method.module
    edits = []
    for node in past:
        call = module.parent(node)
        if not isinstance(call, cst.Call) or call.func is not node or len(call.args) != 3:
            return None
        if not is_name(call.args[0].value, method.self_name):
            return None
        rest = ", ".join(written(module, argument.value) for argument in call.args[1:])
        edits += replace(module, call, f"super().__setattr__({rest})")
    return Fix("Call `super().__setattr__()`", tuple(edits), "unsafe")
