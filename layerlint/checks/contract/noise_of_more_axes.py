"""LL439: a mask is drawn with more axes than what it is multiplied with has."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.contract._axes_given import axes_of, sizes_in
from layerlint.declaration import check
from layerlint.facts.random import random_function
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.model.methods import Method
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Text
from layerlint.queries.held_values import only_call
from layerlint.queries.straight_values import value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, literal
from layerlint.syntax.walk import walk_kinds

_NAMES = ("ropPath", "rop_path", "tochasticDepth", "tochastic_depth", "ropConnect", "rop_connect")
NEEDS = AllOf(Text("keras"), AnyOf(*map(Text, (*_NAMES, "1, 1"))))
_DEPTH = 8
_ELEMENTWISE = frozenset({"binary", "cast", "comparison", "elementwise", "where"})


@check(Module, needs=NEEDS)
def noise_of_more_axes(module: Module) -> Iterator[Finding]:
    """Report calls of a layer that draws such a mask, with values of fewer axes."""
    for call in walk_kinds(module.tree, cst.Call):
        made = only_call(call.func, module) if call.args and not call.args[0].star else None
        layer = module.find_layer(made.func) if made is not None else None
        axes = layer.facts(_axes_of_mask) if layer is not None else None
        if axes is None or layer is None:
            continue
        given = axes_of(call.args[0].value, module)
        if given is not None and given < axes:
            yield Finding(call, fields={"layer": layer.name, "mask": axes, "given": given})


def _axes_of_mask(layer: LayerClass) -> int | None:
    """How many axes the mask has that `call` multiplies its input with, if there is one such."""
    call = layer.call
    if call is None or not call.positional:
        return None
    for node in call.own_nodes(cst.Return):
        draw = _draw_in(node.value, call, _DEPTH) if node.value is not None else None
        if draw is not None and node.value is not None and _is_scaled(node.value, call, _DEPTH):
            return _axes(draw, call.module)
    return None


def _is_scaled(node: cst.BaseExpression, call: Method, depth: int) -> bool:
    """Whether a product with the input is computed as it is."""
    match node:
        case cst.Name(value=name):
            if name == call.positional[0].name:
                return True
            value = value_at(node, node, call.module) if depth else None
            return value is not None and _is_scaled(value, call, depth - 1)
        case cst.BinaryOperation(
            left=left, operator=cst.Multiply() | cst.Divide(), right=right
        ) if depth:
            return any(_is_scaled(each, call, depth - 1) for each in (left, right))
        case cst.Call(args=args) if depth and call.module.operation(node) in _PRODUCTS:
            return any(_is_scaled(each.value, call, depth - 1) for each in args)
    return False


_PRODUCTS = frozenset({"divide", "multiply", "truediv"})


def _draw_in(node: cst.BaseExpression, call: Method, depth: int) -> cst.Call | None:
    """The draw that a value is computed with, number by number."""
    module = call.module
    match node:
        case cst.Name():
            value = value_at(node, node, module) if depth else None
            return _draw_in(value, call, depth - 1) if value is not None else None
        case cst.Comparison(left=left) if depth:
            return _draw_in(left, call, depth - 1)
        case cst.BinaryOperation(left=left, right=right) if depth:
            return _draw_in(left, call, depth - 1) or _draw_in(right, call, depth - 1)
        case cst.Call() if depth:
            if random_function(module.resolve(node.func)) is not None:
                return node
            known = module.tensor_function(node.func)
            if known is not None and known.role in _ELEMENTWISE:
                found = (_draw_in(each.value, call, depth - 1) for each in node.args)
                return next((each for each in found if each is not None), None)
    return None


def _axes(draw: cst.Call, module: Module) -> int | None:
    """The axes of a draw for each sample: `(batch, 1, 1, 1)`."""
    sizes = sizes_in(bind(draw, ("shape",)).get("shape"), module)
    if sizes is None or len(sizes) < 3:
        return None
    first, *others = sizes
    ones = all(literal(each) == 1 for each in others)
    return len(sizes) if ones and literal(first) != 1 else None
