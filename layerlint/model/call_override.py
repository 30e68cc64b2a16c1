"""Which arguments of `call` a class's own `__call__` always fills in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, is_super_call, self_attribute
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method


def filled_arguments(layer: LayerClass) -> frozenset[str]:
    """The parameters of `call` that are never None, because `__call__` gives them a value.

    It does where it asks whether the argument is None, assigns it then, and passes it on by name.
    """
    return layer.facts(_filled)


def _filled(layer: LayerClass) -> frozenset[str]:
    method = layer.method("__call__")
    if method is None:
        return frozenset()
    asked = set(_assigned_where_none(method))
    return frozenset(
        argument.keyword.value
        for node in method.own_nodes(cst.Call)
        if _goes_on(node, method)
        for argument in node.args
        if argument.keyword is not None
        and isinstance(argument.value, cst.Name)
        and argument.value.value in asked
    )


def _goes_on(call: cst.Call, method: Method) -> bool:
    """`self.call(...)`, `super().__call__(...)`."""
    if self_attribute(call.func, method.self_name) == "call":
        return True
    match call.func:
        case cst.Attribute(value=owner, attr=cst.Name(value="__call__")):
            return is_super_call(owner)
    return False


def _assigned_where_none(method: Method) -> Iterator[str]:
    """`if size is None: size = ...`, also together with another condition."""
    for node in method.own_nodes(cst.If):
        bound = {
            target.target.value
            for target in walk_kinds(node.body, cst.AssignTarget)
            if isinstance(target.target, cst.Name)
        }
        for part in walk_kinds(node.test, cst.Comparison):
            match part:
                case cst.Comparison(
                    left=cst.Name(value=name),
                    comparisons=[cst.ComparisonTarget(operator=cst.Is(), comparator=other)],
                ) if name in bound and is_name(other, "None"):
                    yield name
