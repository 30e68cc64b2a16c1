"""Penalties that are added to a loss, and were computed before its tape was opened."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.queries.called_functions import called
from layerlint.queries.straight_values import node_at, value_at
from layerlint.queries.training_code import training_code
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name
from layerlint.syntax.walk import is_below, mentions, walk_kinds, walk_same_function

_MOST_GRADIENTS = 16
_DEPTH = 4


def terms_before_the_tape(module: Module) -> Iterator[Finding]:
    """Report the term of a loss that a function with a tape of its own gave before."""
    told: set[cst.CSTNode] = set()
    for part in training_code(module):
        for each in part.gradients[:_MOST_GRADIENTS]:
            tape, function = each.tape, part.function
            if tape is None or function is None or tape.function is not function:
                continue
            if each.loss is None or tape.given_away:
                continue
            for term in _terms(each.loss, each.call, function, module, _DEPTH):
                early = _early(term, tape.bodies, module)
                if early is not None and early not in told:
                    told.add(early)
                    fields = {"term": term.value, "loss": module.source(each.loss)}
                    yield Finding(early, "term", fields)


def _terms(
    loss: cst.BaseExpression,
    use: cst.CSTNode,
    function: cst.FunctionDef,
    module: Module,
    depth: int,
) -> Iterator[cst.Name]:
    """The names of which a loss is the sum, each times whatever is no name of the function."""
    match loss:
        case cst.BinaryOperation(left=left, operator=cst.Add(), right=right):
            yield from _terms(left, use, function, module, depth)
            yield from _terms(right, use, function, module, depth)
        case cst.BinaryOperation(left=left, operator=cst.Multiply(), right=right):
            for factor, other in ((left, right), (right, left)):
                if not isinstance(other, (cst.Name, cst.Call)) or _is_constant(other, module):
                    yield from _terms(factor, use, function, module, depth)
        case cst.Name():
            value = value_at(loss, use, module)
            if depth and isinstance(value, (cst.BinaryOperation, cst.Name)):
                yield from _terms(value, value, function, module, depth - 1)
            else:
                yield loss
            for added in walk_same_function(function.body, cst.AugAssign) if depth else ():
                if is_name(added.target, loss.value) and isinstance(added.operator, cst.AddAssign):
                    yield from _terms(added.value, added, function, module, depth - 1)


def _is_constant(node: cst.BaseExpression, module: Module) -> bool:
    """Whether it is a name of the module."""
    return isinstance(node, cst.Name) and module.scope_of(node, node.value) is None


def _early(
    term: cst.Name, bodies: tuple[cst.CSTNode, ...], module: Module
) -> cst.BaseExpression | None:
    """The call that gives a term off the tape, of a function that takes a gradient itself."""
    binding = node_at(term, term, module)
    if not isinstance(binding, cst.Assign) or len(binding.targets) != 1:
        return None
    made = binding.value
    if not isinstance(binding.targets[0].target, cst.Name) or not isinstance(made, cst.Call):
        return None
    if any(is_below(binding, body) for body in bodies):
        return None
    function = called(made, module)
    if function is None or not mentions(function.body, "GradientTape"):
        return None
    gives = [each.value for each in walk_kinds(function.body, cst.Return)]
    return made if len(gives) == 1 and gives[0] is not None else None
