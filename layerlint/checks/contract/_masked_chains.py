"""Which layers stand in front of another where a model is put together, and mask steps."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from layerlint.facts.layers import SEQUENTIAL
from layerlint.facts.tensors import MASKLESS_LAYERS, RECURRENT_LAYERS, STEPWISE_LAYERS
from layerlint.model.module import Module
from layerlint.queries.straight_values import value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import dotted, is_name, keyword, positional
from layerlint.syntax.walk import walk_same_function

ARITHMETIC = (cst.Add, cst.Subtract, cst.Multiply, cst.Divide)
# A chain of layers is followed so far.
_LONGEST = 60


def gets_mask(made: cst.Call, module: Module) -> bool:
    """Whether a layer certainly gets a mask of steps, from an embedding or a `Masking`."""
    for count, layer in enumerate(layers_before(made, module)):
        if starts_mask(layer, module):
            return True
        if not passes_mask(layer, module) or count > _LONGEST:
            return False
    return False


def lost_mask(made: cst.Call, module: Module) -> tuple[cst.Call, cst.Call] | None:
    """The layer in a `Sequential` that loses the mask in front of one, and whose mask it is."""
    loser: cst.Call | None = None
    if isinstance(module.parent(made), cst.Call):
        return None
    for layer in islice(layers_before(made, module), _LONGEST):
        if starts_mask(layer, module):
            return (loser, layer) if loser is not None else None
        if loses_mask(layer, module):
            loser = layer
        elif not passes_mask(layer, module):
            return None
    return None


def loses_mask(layer: cst.Call, module: Module) -> bool:
    """Whether a layer makes steps of the steps that it is given, and has no mask of them."""
    name = module.keras(layer.func)
    if name != "layers.Lambda":
        return name in MASKLESS_LAYERS
    match positional(layer):
        case [cst.Arg(value=cst.Lambda(body=cst.BinaryOperation(operator=operator)))]:
            return isinstance(operator, ARITHMETIC) and keyword(layer, "mask") is None
    return False


def starts_mask(layer: cst.Call, module: Module) -> bool:
    """Whether a layer makes a mask: an embedding with `mask_zero`, or a `Masking`."""
    name = module.keras(layer.func)
    zero = is_name(keyword(layer, "mask_zero"), "True")
    return name == "layers.Masking" or (name == "layers.Embedding" and zero)


def passes_mask(layer: cst.Call, module: Module) -> bool:
    """Whether a layer hands the mask on, and keeps the steps."""
    name = module.keras(layer.func)
    if name == "layers.Bidirectional":
        inner = layer.args[0].value if layer.args else None
        return isinstance(inner, cst.Call) and passes_mask(inner, module)
    if name in RECURRENT_LAYERS:
        return is_name(keyword(layer, "return_sequences"), "True")
    return name in STEPWISE_LAYERS and name != "layers.Embedding"


def layers_before(made: cst.Call, module: Module) -> Iterator[cst.Call]:
    """The layers in front of one, nearest first."""
    parent = module.parent(made)
    match parent:
        case cst.Element():
            yield from _in_list(parent, module)
        case cst.Arg():
            yield from _added(parent, module)
        case cst.Call(args=[first, *_]) if parent.func is made:
            yield from _applied(first.value, module)


def _in_list(element: cst.Element, module: Module) -> Iterator[cst.Call]:
    around = module.parent(element)
    argument = module.parent(around) if around is not None else None
    model = module.parent(argument) if argument is not None else None
    if not isinstance(around, cst.List) or not isinstance(model, cst.Call):
        return
    if module.keras(model.func) in SEQUENTIAL:
        place = next(n for n, each in enumerate(around.elements) if each is element)
        for each in reversed(around.elements[:place]):
            if not isinstance(each.value, cst.Call):
                return
            yield each.value


def _added(argument: cst.Arg, module: Module) -> Iterator[cst.Call]:
    """`model.add(Lambda(...))`, behind other additions in the same block."""
    call = module.parent(argument)
    if not isinstance(call, cst.Call) or not isinstance(call.func, cst.Attribute):
        return
    if call.func.attr.value != "add":
        return
    line, function = module.statement(call), module.function(call)
    scope = function.body if function is not None else module.tree
    before, place = module.facts(scope, _additions).get(call, ([], 0))
    for other in (before[at] for at in range(place - 1, -1, -1)):
        given = positional(other)
        same = module.parent(module.statement(other)) is module.parent(line)
        if not same or not given or not isinstance(given[0].value, cst.Call):
            return
        yield given[0].value


def _additions(scope: cst.CSTNode) -> dict[cst.CSTNode, tuple[list[cst.Call], int]]:
    """The calls of `add` of a scope: those of the same model, in source order, and its place."""
    found: dict[str, list[cst.Call]] = {}
    for call in walk_same_function(scope, cst.Call):
        name = dotted(call.func) or ""
        if name.endswith(".add"):
            found.setdefault(name, []).append(call)
    return {each: (calls, at) for calls in found.values() for at, each in enumerate(calls)}


def _applied(tensor: cst.BaseExpression, module: Module) -> Iterator[cst.Call]:
    """The layers that were called one after the other to make a symbolic tensor."""
    for _ in range(_LONGEST):
        if isinstance(tensor, cst.Name):
            value = value_at(tensor, tensor, module)
            if value is None:
                return
            tensor = value
        match tensor:
            case cst.Call(func=cst.Call() as layer, args=[first, *_]):
                yield layer
                tensor = first.value
            case cst.Call(func=cst.Name() as name, args=[first, *_]):
                made = value_at(name, tensor, module)
                if not isinstance(made, cst.Call):
                    return
                yield made
                tensor = first.value
            case _:
                return
