"""LL438: a data set rounds the number of its batches down, and `predict` is given it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layerlint.checks.contract._hooked_classes import Hooked, hooked
from layerlint.declaration import check
from layerlint.facts.hooks import DATASETS
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.model.origins import returned
from layerlint.project.needs import AllOf, AnyOf, Members, Text
from layerlint.queries.called_functions import calls_of, methods_in
from layerlint.queries.held_values import held_values, only_call
from layerlint.queries.straight_values import value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import called_name, keyword, last_part, literal
from layerlint.syntax.walk import walk_kinds

_PREDICTS = ("predict", "predict_generator")
# Ways to have no last batch that is smaller than the others, or to serve it with the one before.
_NO_REST = re.compile(r"[\w)\]] % \w|divmod|ceil|\bpad|resize|len\(self\)|__len__\(\)")
# What comes out is known to be shorter: `labels[:len(scores)]`.
_CUT = re.compile(r"\[\s*:(?:\s*(?:len\(|[\w.]+\.shape\[0\])|[^\]:]*(?:batch|//))")
_LONGEST_WAY = 4
_PREDICTED = AnyOf(*(Members(name) for name in _PREDICTS))
NEEDS = AllOf(AnyOf(*map(last_part, DATASETS)), Text("def __len__"), _PREDICTED)


@check(Module, needs=NEEDS)
def batches_floored_for_predict(module: Module) -> Iterator[Finding]:
    """Report the division by which the samples of the last batch get no prediction."""
    for found in hooked(module):
        floored = _floored_length(found, module)
        if floored is None:
            continue
        call = module.once(_predicted).get(found.node.name.value)
        if call is not None:
            fields = {"owner": found.node.name.value, "code": module.source(floored)}
            yield Finding(floored, fields={**fields, "call": module.source(call.func)})


def _floored_length(found: Hooked, module: Module) -> cst.BaseExpression | None:
    """The division that `__len__` rounds down, where `__getitem__` takes as much for a batch."""
    methods = methods_in(found.node)
    length, item = methods.get("__len__"), methods.get("__getitem__")
    if found.kind != "data set" or length is None or item is None:
        return None
    values = returned(length)
    floored = _floored(values[0], module, _LONGEST_WAY) if len(values) == 1 else None
    match floored:
        case cst.BinaryOperation(right=cst.Name(value=name) | cst.Attribute(attr=cst.Name(name))):
            is_batch = re.search(rf"\b{re.escape(name)}\b", module.source(item)) is not None
            return floored if is_batch and not _NO_REST.search(module.source(found.node)) else None
    return None


def _floored(
    node: cst.BaseExpression, module: Module, depth: int, inside: bool = False
) -> cst.BaseExpression | None:
    """The division in an expression that is rounded down: `n // b`, `int(np.floor(n / b))`."""
    match node:
        case cst.BinaryOperation(left=left, operator=operator):
            floors = isinstance(operator, cst.FloorDivide)
            floors |= inside and isinstance(operator, cst.Divide)
            rounds_up = any(walk_kinds(left, cst.Add, cst.Minus))
            return node if floors and not rounds_up else None
        case cst.Call(args=[cst.Arg(value=value)]) if called_name(node.func) in ("int", "floor"):
            return _floored(value, module, depth, inside=True)
        case cst.Name() | cst.Attribute() if depth:
            last = value_at(node, node, module)
            held = [last] if last is not None else held_values(node, module)
            return _floored(held[0], module, depth - 1, inside) if len(held) == 1 else None
    return None


def _predicted(module: Module) -> dict[str, cst.Call]:
    """The classes of which all is predicted, reckoning with nothing less, each with a call."""
    found: dict[str, cst.Call] = {}
    for call in (call for name in _PREDICTS for call in calls_of(name, module)):
        given = call.args[0].value if call.args and call.args[0].keyword is None else None
        if given is None or keyword(call, "steps") is not None:
            continue
        made = value_at(given, call, module) or only_call(given, module) or given
        if not isinstance(made, cst.Call) or any(literal(each.value) == 1 for each in made.args):
            continue  # batches of one sample
        if not _is_cut(module.function(call) or module.tree, module):
            found.setdefault(called_name(made.func), call)
    return found


def _is_cut(scope: cst.CSTNode, module: Module) -> bool:
    return module.remembered(
        (_is_cut, scope), lambda: _CUT.search(module.source(scope)) is not None
    )
