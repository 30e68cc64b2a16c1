"""LL433: what is added to scores is one number along the axis of the softmax, which cancels it."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Text
from layerlint.queries.straight_values import value_at
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, is_name, keyword, literal
from layerlint.syntax.walk import begins_before, walk_kinds, walk_same_function

NEEDS = AllOf(Text("softmax"), Text("keras"), AnyOf("newaxis", "expand_dims", Text("None]")))
_SOFTMAX = frozenset({"nn.softmax", "activations.softmax", "backend.softmax", "ops.softmax"})


@check(Module, needs=NEEDS)
def constant_along_softmax(module: Module) -> Iterator[Finding]:
    """Report masks that are spread along the axis of queries, before a softmax over keys."""
    for function in walk_kinds(module.tree, cst.FunctionDef):
        for call in walk_same_function(function.body, cst.Call):
            scores = _normalized(call, module)
            if scores is None:
                continue
            for term in _terms(scores, call, function, module):
                expanded = _last_axis_is_one(term, module)
                if expanded is not None:
                    fields = {"term": short(module, expanded), "softmax": module.source(call.func)}
                    yield Finding(expanded, fields=fields)


def _normalized(call: cst.Call, module: Module) -> cst.BaseExpression | None:
    name = module.tf(call.func) or module.keras(call.func) or ""
    if name not in _SOFTMAX or not call.args or call.args[0].star:
        return None
    axis = keyword(call, "axis")
    if axis is not None and literal(axis) != -1:
        return None
    if len(call.args) > 1 and call.args[1].keyword is None and literal(call.args[1].value) != -1:
        return None
    return call.args[0].value


def _terms(
    scores: cst.BaseExpression, use: cst.Call, function: cst.FunctionDef, module: Module
) -> Iterator[cst.BaseExpression]:
    """What is added to or subtracted from the scores before they are used."""
    match scores:
        case cst.BinaryOperation(
            left=left, operator=cst.Add() | cst.Subtract() as operator, right=right
        ):
            if not isinstance(operator, cst.Subtract):
                yield left
            yield right
        case cst.Name(value=name):
            for node in walk_same_function(function.body, cst.AugAssign):
                adds = isinstance(node.operator, (cst.AddAssign, cst.SubtractAssign))
                if adds and is_name(node.target, name) and begins_before(node, use):
                    yield node.value
            value = value_at(scores, use, module)
            if value is not None:
                yield from _terms(value, use, function, module)


def _last_axis_is_one(term: cst.BaseExpression, module: Module) -> cst.BaseExpression | None:
    """The part of a term that was given a last axis of one, the rest being numbers."""
    match term:
        case cst.BinaryOperation(
            left=left, operator=cst.Multiply() | cst.Add() | cst.Subtract(), right=right
        ):
            for number, inner in ((left, right), (right, left)):
                if isinstance(literal(number), (int, float)):
                    return _last_axis_is_one(inner, module)
        # `x[None]` has the new axis in front.
        case cst.Subscript(slice=[_, *_, cst.SubscriptElement(slice=cst.Index(value=last))]):
            name = module.tf(last) or module.resolve(last) or ""
            if is_name(last, "None") or name.rpartition(".")[2] == "newaxis":
                return term
        case cst.Call():
            name = (module.tf(term.func) or module.keras(term.func) or "").rpartition(".")[2]
            given = bind(term, ("x", "axis"))
            if name == "expand_dims" and "axis" in given and literal(given["axis"]) == -1:
                return term
            if name == "cast" and term.args:
                return _last_axis_is_one(term.args[0].value, module)
        case cst.Name():
            value = value_at(term, term, module)
            return _last_axis_is_one(value, module) if value is not None else None
    return None
