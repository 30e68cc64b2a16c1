"""Arguments that have one value: the constructor raises for any but the default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, is_name, literal, self_attribute
from layerlint.syntax.walk import last_statement

if TYPE_CHECKING:
    from layerlint.model.constructor import Argument
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method


def has_one_value(layer: LayerClass, argument: Argument) -> bool:
    """Whether the constructor raises for any value of an argument but its default.

    A copy that is made without the argument has what the original had.
    """
    constructor = layer.constructor
    if constructor is None or argument.default is None or argument.rebound:
        return False
    default = literal(argument.default)
    if default is NOT_LITERAL:
        return False
    return any(
        _means(argument, constructor, test) and _sets_apart(test, default, differs)
        for test, differs in constructor.module.facts(constructor.node, _demands)
    )


def _demands(constructor: cst.FunctionDef) -> list[tuple[cst.BaseExpression, bool]]:
    """What the constructor tests before anything else happens, and whether it then raises."""
    found: list[tuple[cst.BaseExpression, bool]] = []
    for statement in constructor.body.body:
        match statement:
            case cst.If(test=test, body=body):
                if isinstance(last_statement(body), cst.Raise):
                    found += [(part, True) for part in _parts(test, cst.Or)]
            case cst.SimpleStatementLine(body=[cst.Assert(test=test)]):
                found += [(part, False) for part in _parts(test, cst.And)]
    return found


def _parts(test: cst.BaseExpression, operator: type[cst.And | cst.Or]) -> list[cst.BaseExpression]:
    found: list[cst.BaseExpression] = []
    while isinstance(test, cst.BooleanOperation) and isinstance(test.operator, operator):
        found.append(test.right)
        test = test.left
    return [test, *found]


def _means(argument: Argument, constructor: Method, test: cst.BaseExpression) -> bool:
    """Whether a test is about the argument, or the attribute that holds it."""
    match test:
        case cst.Comparison(left=subject) | cst.UnaryOperation(expression=subject):
            test = subject
    return (
        is_name(test, argument.name)
        or self_attribute(test, constructor.self_name) in argument.given
    )


def _sets_apart(test: cst.BaseExpression, default: object, differs: bool) -> bool:
    """Whether a test is true of the default alone; with `differs`, of all but the default."""
    match test:
        case cst.Comparison(
            comparisons=[cst.ComparisonTarget(operator=operator, comparator=other)]
        ):
            value = literal(other)
            if isinstance(operator, cst.NotIn if differs else cst.In):
                return isinstance(value, (list, tuple, set)) and [*value] == [default]
            kinds = (cst.NotEqual, cst.IsNot) if differs else (cst.Equal, cst.Is)
            return isinstance(operator, kinds) and value == default
        case cst.UnaryOperation(operator=cst.Not()):
            return bool(default) is differs and isinstance(default, (bool, type(None)))
    return bool(default) is not differs and isinstance(default, (bool, type(None)))
