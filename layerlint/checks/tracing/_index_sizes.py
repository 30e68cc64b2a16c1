"""How many rows a layer's table has in which its input is looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.queries.straight_values import value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, literal, positional, self_attribute
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.model.module import Module

_LOOKUPS = frozenset({"take", "gather", "embedding_lookup"})
_STEPS = 4


def size_of_index(layer: LayerClass, made: cst.Call, module: Module) -> int | None:
    """The number of rows that `call` chooses from by its first argument; None if that is unknown.

    `made` is the call in `module` that makes the layer.
    """
    method = layer.method("call")
    if method is None or not method.positional:
        return None
    ids = method.positional[0].name
    for call in walk_kinds(method.node.body, cst.Call):
        rows = _rows(call, ids, layer, method)
        if rows is not None:
            return _number(rows, layer, made, module)
    return None


def _rows(call: cst.Call, ids: str, layer: LayerClass, method: Method) -> cst.BaseExpression | None:
    """What says how many rows a table has, where a call looks ids up in it."""
    given = positional(call)
    operation = method.module.operation(call)
    if operation in _LOOKUPS and len(given) > 1 and _is_ids(given[1].value, ids, method):
        table = self_attribute(given[0].value, method.self_name)
        weight = layer.weights.get(table) if table is not None else None
        shape = weight.arguments.get("shape") if weight is not None else None
        if isinstance(shape, (cst.Tuple, cst.List)) and shape.elements:
            return shape.elements[0].value
    if operation == "one_hot" and len(given) > 1 and _is_ids(given[0].value, ids, method):
        return given[1].value
    held = layer.sublayers.get(self_attribute(call.func, method.self_name) or "")
    if held is None or held.keras != "layers.Embedding" or not given:
        return None
    looked_up = _is_ids(given[0].value, ids, method)
    return bind(held.call, ("input_dim",)).get("input_dim") if looked_up else None


def _is_ids(node: cst.BaseExpression, ids: str, method: Method) -> bool:
    """Whether it is the argument as it came in, or made whole numbers of."""
    for _ in range(_STEPS):
        match node:
            case cst.Name(value=name):
                value = value_at(node, node, method.module)
                if value is None:
                    return name == ids
                node = value
            case cst.Call() if node.args and method.module.operation(node) == "cast":
                node = node.args[0].value
            case _:
                return False
    return False


def _number(
    node: cst.BaseExpression, layer: LayerClass, made: cst.Call, module: Module
) -> int | None:
    """The number that an expression of a layer is, for the layer that a call makes."""
    at = layer.module
    given_outside = False
    for _ in range(2 * _STEPS):
        value = literal(node)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        attribute = self_attribute(node)
        found: cst.BaseExpression | None = None
        if attribute is not None and not given_outside:
            bound = layer.attributes[attribute].bindings
            found = bound[0].value if len(bound) == 1 else None
        elif isinstance(node, cst.Name):
            given = None if given_outside else _given(node.value, layer, made)
            if given is None:
                found = at.steady_value(node.value)
            else:
                found, is_default = given
                given_outside = True
                at = layer.module if is_default else module
        if found is None:
            return None
        node = found
    return None


def _given(name: str, layer: LayerClass, made: cst.Call) -> tuple[cst.BaseExpression, bool] | None:
    """What an argument of the constructor is given by a call, or its default, which is told."""
    constructor = layer.constructor
    parameter = constructor.parameter(name) if constructor is not None else None
    if constructor is None or parameter is None:
        return None
    given = bind(made, [each.name for each in constructor.positional]).get(name)
    if given is not None:
        return given, False
    return (parameter.default, True) if parameter.default is not None else None
