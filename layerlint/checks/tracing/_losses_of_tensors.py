"""Losses, metrics and layers that read a symbolic tensor of the model, from around their code."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.tracing._graph_mode import without_eager
from layerlint.facts.operations import ASKED_OF_ANYTHING
from layerlint.facts.tensors import SHAPES
from layerlint.queries.functional_scope import INPUTS
from layerlint.queries.held_values import held_values, maker_of
from layerlint.queries.metric_functions import compared_functions, loss_functions
from layerlint.queries.own_code import reached_by_call
from layerlint.syntax import cst
from layerlint.syntax.matching import last_part, positional
from layerlint.syntax.walk import is_below, is_label, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module

_LONGEST_WAY = 40
# An expression that is asked for again on the way to itself, `x = Dense(8)(x)`, tells nothing.
_SYMBOLIC, _UNKNOWN, _AGAIN = "symbolic", "unknown", "again"


def symbolic_reads(module: Module) -> Iterator[tuple[cst.FunctionDef, cst.Name]]:
    """The functions that `compile` is given, with the first symbolic tensor that each reads."""
    functions = dict.fromkeys((*loss_functions(module), *compared_functions(module)))
    for function in functions if not without_eager(module) else ():
        name = next(_reads(function, module), None)
        if name is not None:
            yield function, name


def symbolic_reads_of_layers(module: Module) -> Iterator[tuple[LayerClass, cst.Name]]:
    """The layers whose `call` runs such code, with the first symbolic tensor that each reads."""
    for layer in module.classes if not without_eager(module) else ():
        if layer.module is not module or not layer.complete or layer.kind == "mixin":
            continue
        running = reached_by_call(layer)
        functions = [each.node for each in layer.methods.values() if each.node in running]
        name = next((name for each in functions for name in _reads(each, module)), None)
        if name is not None:
            yield layer, name


def _reads(function: cst.FunctionDef, module: Module) -> Iterator[cst.Name]:
    for name in walk_kinds(function.body, cst.Name):
        if is_label(name) or _asks_shape(name, module):
            continue
        scope = module.scope_of(name, name.value)
        around = scope is None or (
            isinstance(scope, cst.FunctionDef)
            and scope is not function
            and is_below(function, scope)
        )
        if around and _state(name, module, frozenset(), _LONGEST_WAY) is _SYMBOLIC:
            yield name


def _asks_shape(name: cst.Name, module: Module) -> bool:
    """Whether it is only asked for what a symbolic tensor tells as well."""
    match module.parent(name):
        case cst.Attribute(value=owner, attr=cst.Name(value=asked)):
            return owner is name and asked in SHAPES
        case cst.Arg() as argument if isinstance(call := module.parent(argument), cst.Call):
            last = last_part(module.resolve(call.func) or "")
            known = {module.keras(call.func), module.tf(call.func)}
            return last in SHAPES or not ASKED_OF_ANYTHING.isdisjoint(known)
    return False


def _state(
    node: cst.BaseExpression, module: Module, seen: frozenset[cst.CSTNode], depth: int
) -> str:
    """Whether an expression is a symbolic tensor, whatever it was given last."""
    if node in seen:
        return _AGAIN
    if depth == 0:
        return _UNKNOWN
    seen = seen | {node}
    match node:
        case cst.Name():
            found = {_state(each, module, seen, depth - 1) for each in held_values(node, module)}
            known = bool(found) and _UNKNOWN not in found
            return next(iter(found - {_AGAIN}), _AGAIN) if known else _UNKNOWN
        case cst.List(elements=elements) | cst.Tuple(elements=elements):
            return _any([each.value for each in elements], module, seen, depth)
        case cst.BinaryOperation(left=left, right=right):
            return _any([left, right], module, seen, depth)
        case cst.Call() if module.keras(node.func) in INPUTS:
            return _SYMBOLIC
        case cst.Call() if _keeps_symbolic(node, module):
            return _any([each.value for each in positional(node)], module, seen, depth)
    return _UNKNOWN


def _any(
    nodes: list[cst.BaseExpression], module: Module, seen: frozenset[cst.CSTNode], depth: int
) -> str:
    """What is made of several values, of which one symbolic tensor is enough."""
    found = {_state(each, module, seen, depth - 1) for each in nodes}
    return next((each for each in (_SYMBOLIC, _AGAIN) if each in found), _UNKNOWN)


def _keeps_symbolic(call: cst.Call, module: Module) -> bool:
    """Whether a call is one of a layer, or of a function of Keras that takes symbolic tensors."""
    if module.keras(call.func) is not None:
        return bool(module.operation(call))
    made = maker_of(call, module) if not isinstance(call.func, cst.Call) else call.func
    if made is None:
        return False
    layer = module.find_layer(made.func)
    return (module.keras(made.func) or "").startswith("layers.") or (
        layer is not None and layer.kind == "layer"
    )
