"""How many axes a value has, batch included, by what makes it: layers, reshapes, own blocks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from layerlint.facts.tensors import MERGING_LAYERS, RECURRENT_LAYERS, STEPWISE_LAYERS
from layerlint.queries.called_functions import function_named, methods_in
from layerlint.queries.held_values import only_call
from layerlint.queries.layer_calls import given_to
from layerlint.queries.straight_values import value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, is_name, keyword, literal
from layerlint.syntax.walk import begins_before, innermost, is_below, walk_kinds, walk_same_function

if TYPE_CHECKING:
    from layerlint.model.module import Module

_DEPTH = 12
_MOST = 8
_PLAIN = STEPWISE_LAYERS | {"layers.MultiHeadAttention"}
_KEEPING = frozenset({"elementwise", "cast"})


def axes_of(node: cst.BaseExpression, module: Module, depth: int = _DEPTH) -> int | None:
    """How many axes a value certainly has where it stands; None where that is unknown."""
    known = module.once(_known)
    if depth and node not in known:
        # Who asks for it while it is found out is a part of it.
        known[node] = None
        known[node] = _axes(node, module, depth - 1)
    return known.get(node)


def _known(_: Module) -> dict[cst.CSTNode, int | None]:
    """What was found out of the expressions of a module."""
    return {}


def sizes_in(shape: cst.BaseExpression | None, module: Module) -> list[cst.BaseExpression] | None:
    """The sizes that a shape lists, there or under a name; None where some are not seen."""
    if isinstance(shape, cst.Name):
        shape = value_at(shape, shape, module)
    if not isinstance(shape, (cst.Tuple, cst.List)):
        return None
    whole = all(isinstance(each, cst.Element) for each in shape.elements)
    return [each.value for each in shape.elements] if whole else None


def reshaped(call: cst.Call) -> cst.BaseExpression | None:
    """The tensor that a call of `reshape` is given."""
    given = bind(call, ("x", "shape"))
    return given.get("x") or given.get("tensor") or given.get("inputs")


def reshaped_to(call: cst.Call) -> Sequence[cst.BaseElement]:
    """The sizes that a call of `reshape` lists itself, starred ones too; none where it does not."""
    given = bind(call, ("x", "shape"))
    shape = given.get("shape") or given.get("newshape")
    return shape.elements if isinstance(shape, (cst.Tuple, cst.List)) else ()


def _axes(node: cst.BaseExpression, module: Module, depth: int) -> int | None:
    match node:
        case cst.Name():
            return _of_name(node, module, depth)
        case cst.BinaryOperation(left=left, right=right):
            sides = [axes_of(each, module, depth) for each in (left, right)]
            if isinstance(literal(left), (int, float)) or isinstance(literal(right), (int, float)):
                return next((each for each in sides if each is not None), None)
            first, second = sides
            return max(first, second) if first is not None and second is not None else None
        case cst.Call():
            return _of_call(node, module, depth)
    return None


def _of_name(name: cst.Name, module: Module, depth: int) -> int | None:
    value = value_at(name, name, module) or _before_loop(name, module)
    if value is not None:
        return axes_of(value, module, depth)
    function = module.function(name)
    if function is None or any(
        is_name(each.target, name.value) for each in _assigned(function, module)
    ):
        return None
    # One who gives so many is enough: what happens there happens.
    given = given_to(name.value, function, module)[:_MOST]
    known = {axes_of(each, module, depth) for each in given} - {None}
    return known.pop() if len(known) == 1 else None


def _before_loop(name: cst.Name, module: Module) -> cst.BaseExpression | None:
    """What `x` is in the first round of `for block in blocks: x = block(x)`."""
    loop = innermost(name, cst.For, cst.FunctionDef)
    if not isinstance(loop, cst.For):
        return None
    for each in walk_kinds(loop.body, cst.Assign):
        written = any(is_name(target.target, name.value) for target in each.targets)
        if written and begins_before(each, name) and not is_below(name, each):
            return None
    return value_at(name, loop, module)


def _assigned(function: cst.FunctionDef, module: Module) -> list[cst.AssignTarget]:
    return module.facts(function, _targets)


def _targets(function: cst.FunctionDef) -> list[cst.AssignTarget]:
    return list(walk_same_function(function.body, cst.AssignTarget))


def _of_call(call: cst.Call, module: Module, depth: int) -> int | None:
    known = module.tensor_function(call.func)
    if known is not None:
        if known.name == "reshape":
            return _length(bind(call, ("x", "shape")).get("shape"), module)
        if known.role in _KEEPING and call.args:
            return axes_of(call.args[0].value, module, depth)
        return None
    function = function_named(call.func, module)
    if function is not None:
        return _of_returned(function, module, depth)
    made = only_call(call.func, module)
    name = module.keras(made.func) if made is not None else None
    if made is None:
        return None
    if name is None:
        layer = module.class_statements.get(module.source(made.func))
        return _of_class(layer, module, depth) if layer is not None else None
    if name == "layers.Reshape":
        target = bind(made, ("target_shape",)).get("target_shape")
        inner = _length(target, module)
        return inner + 1 if inner is not None else None
    if name in MERGING_LAYERS or not call.args or keyword(call, "return_attention_scores"):
        return None
    if name in _PLAIN:
        return axes_of(call.args[0].value, module, depth)
    return _of_layer(name, made)


def _of_layer(name: str, made: cst.Call) -> int | None:
    """What the name of a layer says by itself: convolutions, recurrent layers."""
    short = name.removeprefix("layers.")
    if short.endswith(("1D", "2D", "3D")):
        flat = short.startswith("Global")
        return (None if flat else 2 + int(short[-2])) if not keyword(made, "keepdims") else None
    if name in RECURRENT_LAYERS and keyword(made, "return_state") is None:
        return 3 if literal(keyword(made, "return_sequences")) is True else None
    return None


def _of_class(layer: cst.ClassDef, module: Module, depth: int) -> int | None:
    call = module.facts(layer, methods_in).get("call")
    return _of_returned(call, module, depth) if call is not None else None


def _of_returned(function: cst.FunctionDef, module: Module, depth: int) -> int | None:
    returned = [each.value for each in walk_same_function(function.body, cst.Return)][:_MOST]
    found = {axes_of(each, module, depth) if each is not None else None for each in returned}
    return found.pop() if len(found) == 1 else None


def _length(shape: cst.BaseExpression | None, module: Module) -> int | None:
    sizes = sizes_in(shape, module)
    return len(sizes) if sizes is not None else None
