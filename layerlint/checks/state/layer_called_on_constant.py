"""LL238: a layer is called on a constant while a functional model is put together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from layerlint.declaration import check
from layerlint.facts.tensors import WEIGHT_LAYERS
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.model.origins import only_result
from layerlint.project.needs import AllOf, AnyOf, Members, Text
from layerlint.queries.called_functions import callers
from layerlint.queries.functional_scope import INPUTS
from layerlint.queries.local_bindings import other_mentions
from layerlint.queries.straight_values import value_at
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.matching import dotted, last_part
from layerlint.syntax.walk import walk_kinds

_COUNTS = frozenset({"arange", "constant", "linspace", "range"})
_NEW_FORMS = frozenset({"cast", "convert_to_tensor", "expand_dims", "reshape"})
_NUMBERS = frozenset({"int", "len", "max", "min"})
_DEPTH = 4

NEEDS = AllOf(Text("keras"), Members("Input"), AnyOf(*sorted(_COUNTS)))


@check(Module, needs=NEEDS)
def layer_called_on_constant(module: Module) -> Iterator[Finding]:
    """Report layers with weights that are called on positions, and whose result is added."""
    if not module.once(_has_inputs):
        return
    for call in walk_kinds(module.tree, cst.Call):
        made = _layer_of(call, module)
        if made is None or module.class_around(call) is not None or len(call.args) != 1:
            continue
        given = call.args[0].value
        if _is_constant(given, call, module, _DEPTH) and _is_combined(call, module):
            layer = last_part(dotted(made.func) or "")
            yield Finding(call, fields={"layer": layer, "constant": short(module, given)})


def _has_inputs(module: Module) -> bool:
    return any(module.keras(call.func) in INPUTS for call in walk_kinds(module.tree, cst.Call))


def _layer_of(call: cst.Call, module: Module) -> cst.Call | None:
    """What makes the layer that a call runs, if nothing else runs it."""
    made: cst.BaseExpression | None = call.func
    if isinstance(call.func, cst.Name):
        made = value_at(call.func, call, module)
    if not isinstance(made, cst.Call) or not _owns_weights(made, module):
        return None
    if isinstance(call.func, cst.Name):
        mentions = list(islice(other_mentions(call.func, module), 2))
        return made if len(mentions) == 1 else None
    return made


def _owns_weights(made: cst.Call, module: Module) -> bool:
    return module.keras(made.func) in WEIGHT_LAYERS


def _is_constant(node: cst.BaseExpression, use: cst.CSTNode, module: Module, depth: int) -> bool:
    """Whether it is a range, or a tensor that is written out, of numbers that Python knows."""
    if depth == 0:
        return False
    match node:
        case cst.Name():
            value = value_at(node, use, module)
            return value is not None and _is_constant(value, value, module, depth - 1)
        case cst.Subscript(value=value):
            return _is_constant(value, use, module, depth)
        case cst.Call(args=[first, *_]):
            name = module.operation(node)
            if name in _NEW_FORMS:
                return _is_constant(first.value, use, module, depth)
            counts = name in _COUNTS or module.resolve(node.func) == "numpy.arange"
            return counts and all(_is_number(each.value, use, module, depth) for each in node.args)
    return False


def _is_number(node: cst.BaseExpression, use: cst.CSTNode, module: Module, depth: int) -> bool:
    """Whether nothing in it may come from a tensor: parameters are taken for numbers."""
    if depth == 0:
        return False

    def find() -> bool:
        if any(dotted(call.func) not in _NUMBERS for call in walk_kinds(node, cst.Call)):
            return False
        values = [value_at(name, use, module) for name in walk_kinds(node, cst.Name)]
        return all(value is None or _is_number(value, value, module, depth - 1) for value in values)

    return module.remembered((_is_number, node, depth), find)


def _is_combined(call: cst.Call, module: Module) -> bool:
    """Whether the result is added to something, or one of several things that are put together."""
    around = module.parent(call)
    if isinstance(around, cst.AssignTarget | cst.Assign):
        match around:
            case cst.Assign(targets=[cst.AssignTarget(target=cst.Name() as name)]):
                return module.remembered(
                    (_is_combined, module.function(call), name.value),
                    lambda: any(_is_part(use, module) for use in other_mentions(name, module)),
                )
        return False
    return _is_part(call, module)


def _is_part(node: cst.CSTNode, module: Module) -> bool:
    around = module.parent(node)
    if isinstance(around, cst.Element):
        above = module.parent(module.parent(around) or around)
        return isinstance(above, cst.Arg)
    if isinstance(around, cst.Return):
        maker = module.function(around)
        if maker is None or only_result(maker) is not node:
            return False
        return any(_is_used_with(call, module) for call in callers(maker, module))
    return isinstance(around, (cst.BinaryOperation, cst.AugAssign))


def _is_used_with(call: cst.Call, module: Module) -> bool:
    """The same of what a function of the module returns, where it is called."""
    in_return = isinstance(module.parent(call), cst.Return)
    return not in_return and _is_combined(call, module)
