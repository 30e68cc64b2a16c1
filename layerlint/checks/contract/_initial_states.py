"""Initial states of recurrent cells, held against the sizes that the cell declares."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.findings import Finding
from layerlint.queries.straight_values import expression_behind
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, called_name, literal, self_attribute

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method

_BOTH = frozenset({2, 3})
_MAKERS = frozenset({"fill", "ones", "zeros"})


def other_than_declared(layer: LayerClass, initial: Method) -> Iterator[Finding]:
    """The first state that `get_initial_state` makes of another size, or that there are others."""
    sizes, returned = _declared(layer), _returned(initial)
    if sizes is None or returned is None:
        return
    declared, owner = sizes
    module = initial.module
    if len(returned) != len(declared):
        place = initial.node.name
        fields = {"layer": layer.name, "given": len(returned), "declared": len(declared)}
        yield Finding(place, "begun", fields, module=module, generations=_BOTH)
        return
    for state, size in zip(returned, declared, strict=True):
        width = _width(expression_behind(state, state, module), initial)
        if width is None:
            continue
        one, other = _meaning(size, owner, layer), _meaning(width, initial, layer)
        if one is not None and other is not None and type(one) is type(other) and one != other:
            sources = {"given": module.source(width), "declared": owner.module.source(size)}
            yield Finding(width, "initial", sources, module=module, generations=_BOTH)
            return


def _declared(layer: LayerClass) -> tuple[list[cst.BaseExpression], Method] | None:
    """What `state_size` is given, once, and in which method."""
    given = [
        (each.value, each.method)
        for each in layer.attributes["state_size"].bindings
        if not each.container_index
    ]
    method = layer.method("state_size")
    if method is not None:
        given += [(each.value, method) for each in method.own_nodes(cst.Return)]
    if len(given) != 1 or given[0][0] is None or given[0][1] is None:
        return None
    parts = _parts(given[0][0])
    return None if parts is None else (parts, given[0][1])


def _parts(node: cst.BaseExpression) -> list[cst.BaseExpression] | None:
    """The elements of a display, or a number; a name may stand for a number or for several."""
    match node:
        case cst.List(elements=elements) | cst.Tuple(elements=elements):
            plain = all(isinstance(each, cst.Element) for each in elements)
            return [each.value for each in elements] if plain else None
        case cst.Integer():
            return [node]
    return None


def _returned(initial: Method) -> list[cst.BaseExpression] | None:
    """The states that the one `return` lists."""
    returns = list(initial.own_nodes(cst.Return))
    if len(returns) != 1 or returns[0].value is None:
        return None
    match expression_behind(returns[0].value, returns[0], initial.module):
        case cst.List(elements=elements) | cst.Tuple(elements=elements):
            plain = all(isinstance(each, cst.Element) for each in elements)
            return [each.value for each in elements] if plain else None
        case cst.Call() as call if called_name(call.func) in _MAKERS:
            return [call]
    return None


def _width(state: cst.BaseExpression, initial: Method) -> cst.BaseExpression | None:
    """The second size of `zeros((batch_size, units))`."""
    if not isinstance(state, cst.Call) or called_name(state.func) not in _MAKERS:
        return None
    shape = bind(state, ("shape",)).get("shape")
    shape = expression_behind(shape, state, initial.module) if shape is not None else None
    match shape:
        case cst.List(elements=[_, last]) | cst.Tuple(elements=[_, last]):
            return last.value
    return None


def _meaning(size: cst.BaseExpression, method: Method, layer: LayerClass) -> int | str | None:
    """A number, or the argument of the constructor that a size is."""
    number = literal(size)
    if type(number) is int:
        return number
    constructor = layer.constructor
    if constructor is None:
        return None
    attribute = self_attribute(size, method.self_name)
    if attribute is not None:
        bindings = layer.attributes[attribute].bindings
        if len(bindings) != 1 or bindings[0].method is not constructor:
            return None
        held = bindings[0].value
    else:
        held = size if method is constructor else None
    if not isinstance(held, cst.Name) or constructor.rebinds(held.value):
        return None
    return held.value if constructor.takes(held.value) else None
