"""LL317: ids enter a model as floats, and its half precision rounds them to their neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.tracing._own_dtype import fixes_its_dtype
from layerlint.declaration import check
from layerlint.facts.layers import SEQUENTIAL
from layerlint.facts.members import POLICY_SETTERS
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf
from layerlint.queries.held_values import only_call
from layerlint.queries.straight_values import value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, keyword, literal, positional, self_attribute
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method

_LOOKUPS = frozenset({"take", "gather", "embedding_lookup"})
_STEPS = 4
# Up to here every whole number is one of the precision.
_EXACT = {"mixed_bfloat16": 256, "mixed_float16": 2048}
_INPUTS = frozenset({"Input", "layers.Input"})
_DTYPES = frozenset({"dtype", "autocast"})
NEEDS = AllOf("Input", AnyOf(*sorted(POLICY_SETTERS)), AnyOf(*sorted(_EXACT)))


@check(Module, needs=NEEDS)
def ids_in_half_precision(module: Module) -> Iterator[Finding]:
    """Report inputs without a dtype that a layer of the project looks up in a large table."""
    calls = list(walk_kinds(module.tree, cst.Call))
    policy = next((name for each in calls if (name := _policy(each, module)) is not None), None)
    if policy is None:
        return
    reported: set[cst.CSTNode] = set()
    for made, given in _uses(calls, module):
        layer = module.find_layer(made.func)
        if layer is None or given in reported or _has_dtype(made) or fixes_its_dtype(layer):
            continue
        size = _size_of_index(layer, made, module)
        if size is not None and size > _EXACT[policy]:
            reported.add(given)
            fields = {"layer": layer.name, "size": size, "policy": policy.removeprefix("mixed_")}
            yield Finding(given, fields=fields)


def _policy(call: cst.Call, module: Module) -> str | None:
    """The precision that a call chooses for all layers that are made from then on."""
    name = (module.keras(call.func) or "").rpartition(".")[2]
    given = positional(call)
    value = literal(given[0].value) if name in POLICY_SETTERS and given else None
    return value if isinstance(value, str) and value in _EXACT else None


def _uses(calls: list[cst.Call], module: Module) -> Iterator[tuple[cst.Call, cst.Call]]:
    """The calls that make a layer, each with the input of floats that the layer is called on."""
    for call in calls:
        if (module.keras(call.func) or "") in SEQUENTIAL and call.args:
            listed = call.args[0].value
            parts = listed.elements if isinstance(listed, (cst.List, cst.Tuple)) else []
            match [each.value for each in parts[:2]]:
                case [cst.Call() as first, cst.Call() as made] if _is_input(first, module):
                    yield made, first
            continue
        given = positional(call)
        if len(given) != 1 or not isinstance(given[0].value, cst.Name):
            continue
        value = value_at(given[0].value, call, module)
        if isinstance(value, cst.Call) and _is_input(value, module):
            maker = only_call(call.func, module)
            if maker is not None:
                yield maker, value


def _is_input(call: cst.Call, module: Module) -> bool:
    """Whether a call makes an input of floats, as it does unless it is told."""
    known = module.keras(call.func) in _INPUTS
    told = any(keyword(call, name) for name in ("dtype", "tensor", "type_spec"))
    return known and not told and not any(each.star for each in call.args)


def _has_dtype(made: cst.Call) -> bool:
    """Whether a layer is made with a dtype of its own."""
    told = (each.keyword.value for each in made.args if each.keyword is not None)
    return any(each.star for each in made.args) or not _DTYPES.isdisjoint(told)


def _size_of_index(layer: LayerClass, made: cst.Call, module: Module) -> int | None:
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
