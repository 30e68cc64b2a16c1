"""Branches that the settings of a layer, fixed by its constructor, decide alike everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.syntax import cst
from layerlint.syntax.matching import self_attribute
from layerlint.syntax.walk import is_below, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method


def never_both(
    layer: LayerClass, first: tuple[Method, cst.CSTNode], second: tuple[Method, cst.CSTNode]
) -> bool:
    """Whether no layer runs two pieces of code: one needs a setting that rules the other out.

    `if self.parts > 1:` in `call`, where `build` has its `else:`. Each piece comes with its method.
    """
    needed = dict(_decided(layer, *first))
    return any(needed.get(test, branch) is not branch for test, branch in _decided(layer, *second))


def _decided(layer: LayerClass, method: Method, node: cst.CSTNode) -> Iterator[tuple[str, bool]]:
    """The tests of settings around a piece of code, each with what it has to be."""
    for ancestor in method.module.ancestors(node):
        if ancestor is method.node:
            return
        if not isinstance(ancestor, cst.If):
            continue
        branch, test = is_below(node, ancestor.body), ancestor.test
        if not branch and (ancestor.orelse is None or not is_below(node, ancestor.orelse)):
            continue
        while isinstance(test, cst.UnaryOperation) and isinstance(test.operator, cst.Not):
            branch, test = not branch, test.expression
        if _is_setting(layer, method, test):
            yield method.module.source(test), branch


def _is_setting(layer: LayerClass, method: Method, test: cst.BaseExpression) -> bool:
    """Whether all that a test asks is fixed by the constructor."""
    attributes = [
        self_attribute(node, method.self_name) for node in walk_kinds(test, cst.Attribute)
    ]
    names = {node.value for node in walk_kinds(test, cst.Name)} - {method.self_name}
    return (
        bool(attributes)
        and names <= {attribute for attribute in attributes if attribute is not None}
        and all(name is not None and _is_fixed(layer, name) for name in attributes)
    )


def _is_fixed(layer: LayerClass, attribute: str) -> bool:
    """Whether nothing but the constructor gives the attribute a value."""
    bindings = layer.attributes[attribute].bindings
    return bool(bindings) and all(
        binding.method is not None and binding.method.name == "__init__" for binding in bindings
    )
