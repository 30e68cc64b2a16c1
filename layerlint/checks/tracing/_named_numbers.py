"""Numbers that code gives a name before it uses them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.syntax import cst
from layerlint.syntax.matching import literal, positional, self_attribute
from layerlint.syntax.walk import walk_same_function

if TYPE_CHECKING:
    from layerlint.interpret.tensors.fact import EnteredFunction
    from layerlint.model.layer import LayerClass


# What makes a tensor of a number, in a dtype that is given.
_CASTS = frozenset({"cast", "constant", "convert_to_tensor"})


def number_of(
    node: cst.BaseExpression, function: EnteredFunction, layer: LayerClass
) -> float | None:
    """The number that an expression of a method is, also by way of a constant or an attribute.

    An attribute that the constructor takes as an argument counts as the argument's default, which
    is what most instances have.
    """
    value = _of_name(node, function) if isinstance(node, cst.Name) else node
    value = _uncast(value, function)
    if function.method is not None and value is not None:
        attribute = self_attribute(value, function.method.self_name)
        if attribute is not None:
            return _of_attribute(attribute, layer)
    return _plain(value)


def _plain(node: cst.BaseExpression | None) -> float | None:
    value = literal(node)
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def _uncast(
    node: cst.BaseExpression | None, function: EnteredFunction
) -> cst.BaseExpression | None:
    """The number of `tf.cast(BIG, dtype)`: in that dtype it is what it is in the product."""
    if not isinstance(node, cst.Call) or function.module.operation(node) not in _CASTS:
        return node
    given = next(iter(positional(node)), None)
    value = given.value if given is not None else None
    return _of_name(value, function) if isinstance(value, cst.Name) else value


def _of_name(name: cst.Name, function: EnteredFunction) -> cst.BaseExpression | None:
    """A name that is assigned once, in the function or in its module."""
    module = function.module
    scope = module.scope_of(name, name.value) or module.tree
    bound = module.facts(scope, _bound).get(name.value, ())
    if len(bound) != 1:
        return None
    parent = module.parent(bound[0])
    if isinstance(scope, (cst.FunctionDef, cst.Lambda)) and any(
        parameter.name.value == name.value
        for parameter in walk_same_function(scope.params, cst.Param)
    ):
        return None
    return parent.value if isinstance(parent, cst.Assign) else None


def _bound(scope: cst.CSTNode) -> dict[str, list[cst.CSTNode]]:
    """What binds each name of a function or module."""
    found: dict[str, list[cst.CSTNode]] = {}
    nodes: Iterator[cst.AssignTarget | cst.AnnAssign | cst.AugAssign | cst.For]
    nodes = walk_same_function(scope, cst.AssignTarget, cst.AnnAssign, cst.AugAssign, cst.For)
    for node in nodes:
        if isinstance(node.target, cst.Name):
            found.setdefault(node.target.value, []).append(node)
    return found


def _of_attribute(name: str, layer: LayerClass) -> float | None:
    """An attribute that is bound once: to a number, or to an argument with that default."""
    bindings = layer.attributes[name].bindings
    if not bindings:
        bindings = [each for each in layer.class_bindings if each.attribute == name]
    if len(bindings) != 1 or bindings[0].kind not in ("assign", "annotated", "class"):
        return None
    value, method = bindings[0].value, bindings[0].method
    if isinstance(value, cst.Name) and method is not None:
        parameter = method.parameter(value.value)
        return _plain(parameter.default) if parameter is not None else None
    return _plain(value)
