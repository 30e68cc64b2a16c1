"""LL315: a loss takes the logarithm of a prediction as it is, which may be exactly 0."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.tracing._clipped_bounds import highest
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.methods import names_taken
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Members
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, literal, names_assigned_to, positional
from layerlint.syntax.walk import walk_kinds, walk_same_function

_TRUE, _PREDICTED = "y_true", "y_pred"
_OTHER = {"0": "1", "1": "0"}
# So many names are followed.
_DEPTH = 3


@check(Module, needs=AllOf(_TRUE, _PREDICTED, AnyOf(Members("log"), Members("log2"))))
def unclipped_log_in_loss(module: Module) -> Iterator[Finding]:
    """Report the first such logarithm that a loss multiplies, as a crossentropy does."""
    for function in walk_kinds(module.tree, cst.FunctionDef):
        names = names_taken(function)
        if names[:2] != [_TRUE, _PREDICTED]:
            continue
        yield from _clipped(function, module)
        if _PREDICTED in names_assigned_to(function.body):
            continue
        for call in walk_same_function(function.body, cst.Call):
            edge = _edge(call, function, module)
            if edge is not None and _is_multiplied(call, module):
                yield Finding(call, fields={"log": module.source(call), "edge": edge})
                break


def _clipped(function: cst.FunctionDef, module: Module) -> Iterator[Finding]:
    """Report the first `log(1 - p)` of predictions that are clipped to what rounds to 1."""
    for call in walk_same_function(function.body, cst.Call):
        given = positional(call)
        if module.operation(call) not in ("log", "log2") or len(given) != 1:
            continue
        match given[0].value:
            case cst.BinaryOperation(left=left, operator=cst.Subtract(), right=clipped) if (
                literal(left) == 1
            ):
                bound = highest(clipped, function, module)
                if bound is not None and _is_multiplied(call, module):
                    fields = {"log": module.source(call), "bound": module.source(bound)}
                    yield Finding(call, "clipped", fields)
                    return


def _edge(call: cst.Call, function: cst.FunctionDef, module: Module) -> str | None:
    """The prediction at which a logarithm is infinite; None for any other call."""
    given = positional(call)
    if module.operation(call) not in ("log", "log2") or len(given) != 1:
        return None
    return _zero_at(given[0].value, function, module, _DEPTH)


def _zero_at(
    value: cst.BaseExpression, function: cst.FunctionDef, module: Module, depth: int
) -> str | None:
    """The prediction for which a value is 0: `y_pred`, `1 - y_pred`, a choice between these."""
    match value:
        case cst.Name(value=name) if name == _PREDICTED:
            return "0"
        case cst.BinaryOperation(left=left, operator=cst.Subtract(), right=right):
            if literal(left) != 1:
                return None
            return _OTHER.get(_zero_at(right, function, module, depth) or "")
        case cst.BinaryOperation(left=left, operator=cst.Add(), right=right):
            return _of_the_true(left, right, function, module, depth)
        case cst.Name(value=name) if depth > 0:
            bound = [
                node.value
                for node in walk_same_function(function.body, cst.Assign)
                if any(is_name(target.target, name) for target in node.targets)
            ]
            return _zero_at(bound[0], function, module, depth - 1) if len(bound) == 1 else None
        case cst.Call():
            known = module.tensor_function(value.func)
            if known is not None and known.role == "where":
                chosen = (each.value for each in positional(value)[1:])
                found = (_zero_at(each, function, module, depth) for each in chosen)
                return next((edge for edge in found if edge is not None), None)
    return None


def _of_the_true(
    first: cst.BaseExpression,
    second: cst.BaseExpression,
    function: cst.FunctionDef,
    module: Module,
    depth: int,
) -> str | None:
    """The prediction for which `t * p + (1 - t) * (1 - p)` is 0 where `t` says so."""
    sides = []
    for product in (first, second):
        if not isinstance(product, cst.BinaryOperation) or not isinstance(
            product.operator, cst.Multiply
        ):
            return None
        factors = (product.left, product.right)
        for factor, weight in (factors, factors[::-1]):
            edge = _zero_at(factor, function, module, depth)
            if edge is not None:
                sides.append((edge, module.source(weight)))
    if len(sides) != 2 or sides[0][0] == sides[1][0]:
        return None
    weights = [each.replace(" ", "") for _, each in sides]
    either = weights[0] in (f"1-{weights[1]}", f"1.0-{weights[1]}")
    other = weights[1] in (f"1-{weights[0]}", f"1.0-{weights[0]}")
    return sides[0][0] if either or other else None


def _is_multiplied(call: cst.Call, module: Module) -> bool:
    """Whether the logarithm is a factor, of the targets or of a weight."""
    for around in module.ancestors(call):
        match around:
            case cst.BinaryOperation(operator=cst.Multiply()):
                return True
            case cst.BinaryOperation() | cst.UnaryOperation() | cst.Arg() | cst.Call():
                continue
        return False
    return False
