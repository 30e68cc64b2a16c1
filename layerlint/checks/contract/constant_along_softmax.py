"""LL433: what is added to scores is one number along the axis of the softmax, which cancels it."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.contract._softmaxes import normalized
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.model.origins import only_result
from layerlint.project.needs import AllOf, AnyOf, Text
from layerlint.queries.called_functions import function_named
from layerlint.queries.straight_values import value_at
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, is_name, literal
from layerlint.syntax.walk import begins_before, walk_kinds, walk_same_function

NEEDS = AllOf(Text("oftmax"), Text("keras"), AnyOf("newaxis", "expand_dims", Text("None]")))
_LONGEST_WAY = 6


@check(Module, needs=NEEDS)
def constant_along_softmax(module: Module) -> Iterator[Finding]:
    """Report masks that are spread along the axis of queries, before a softmax over keys."""
    for function in walk_kinds(module.tree, cst.FunctionDef):
        for call in walk_same_function(function.body, cst.Call):
            scores = normalized(call, module)
            if scores is None:
                continue
            for term in _terms(scores, call, function, module):
                expanded = _last_axis_is_one(term, module)
                if expanded is not None:
                    fields = {"term": short(module, expanded), "softmax": module.source(call.func)}
                    yield Finding(expanded, fields=fields)


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


def _last_axis_is_one(
    term: cst.BaseExpression, module: Module, depth: int = _LONGEST_WAY
) -> cst.BaseExpression | None:
    """The part of a term that was given a last axis of one, the rest being numbers."""
    if depth == 0:
        return None
    match term:
        case cst.BinaryOperation(
            left=left, operator=cst.Multiply() | cst.Add() | cst.Subtract(), right=right
        ):
            for number, inner in ((left, right), (right, left)):
                if isinstance(literal(number), (int, float)):
                    return _last_axis_is_one(inner, module, depth)
        # `x[None]` has the new axis in front.
        case cst.Subscript(slice=[_, *_, cst.SubscriptElement(slice=cst.Index(value=last))]):
            name = module.tf(last) or module.resolve(last) or ""
            if is_name(last, "None") or name.rpartition(".")[2] == "newaxis":
                return term
        case cst.Call():
            helper = function_named(term.func, module)
            if helper is not None and not helper.decorators:
                result = only_result(helper)
                found = _last_axis_is_one(result, module, depth - 1) if result is not None else None
                return term if found is not None else None
            name = (module.tf(term.func) or module.keras(term.func) or "").rpartition(".")[2]
            given = bind(term, ("x", "axis"))
            if name == "expand_dims" and "axis" in given and literal(given["axis"]) == -1:
                return term
            if name == "cast" and term.args:
                return _last_axis_is_one(term.args[0].value, module, depth)
        case cst.Name():
            value = value_at(term, term, module)
            return _last_axis_is_one(value, module, depth - 1) if value is not None else None
    return None
