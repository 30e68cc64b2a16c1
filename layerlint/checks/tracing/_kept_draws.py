"""Draws of the host whose numbers are meant to stay what they are once the graph is made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.model.assignments import assigned, only_value
from layerlint.queries.traced_code import nodes_of
from layerlint.syntax import cst
from layerlint.syntax.matching import called_name
from layerlint.syntax.walk import around

if TYPE_CHECKING:
    from collections.abc import Iterable

    from layerlint.interpret.tensors.fact import EnteredFunction
    from layerlint.model.module import Module

# What draws positions.
_ORDERS = ("choice", "permutation", "sample", "shuffle")
_TABLES = ("empty", "full", "zeros")


def is_kept(call: cst.Call) -> bool:
    """Whether the number is meant to stay: drawn once, where an attribute is still None."""
    for each in around(call, cst.If, cst.FunctionDef):
        match each:
            case cst.FunctionDef():
                return False
            case cst.If(test=cst.Comparison(comparisons=[cst.ComparisonTarget(operator=cst.Is())])):
                return True
    return False


def fills_table(call: cst.Call, name: str, function: EnteredFunction) -> bool:
    """Whether positions are drawn for the rows of an array of integers, in a function of its own.

    A pattern, as that of a sparse attention: each row of it has a place in the graph.
    """
    if name.rpartition(".")[2] not in _ORDERS or function.method is not None:
        return False
    module = function.module
    line = module.statement(call)
    for part in line.body if isinstance(line, cst.SimpleStatementLine) else ():
        match part:
            case cst.Assign(
                targets=[cst.AssignTarget(target=cst.Subscript(value=cst.Name(value=table)))]
            ):
                return _is_table(only_value(table, assigned(function.node, module)), module)
    return False


def seeded(functions: Iterable[EnteredFunction]) -> frozenset[str]:
    """The packages (`"numpy"`, `"random"`) whose generator the code seeds on the way itself."""
    return frozenset(_seeded(functions))


def _seeded(functions: Iterable[EnteredFunction]) -> Iterator[str]:
    for function in functions:
        for call in nodes_of(function, cst.Call):
            if called_name(call.func) == "seed":
                name = function.module.resolve(call.func) or ""
                if name in ("numpy.random.seed", "random.seed"):
                    yield name.partition(".")[0]


def _is_table(made: cst.BaseExpression | None, module: Module) -> bool:
    if not isinstance(made, cst.Call) or called_name(made.func) not in _TABLES:
        return False
    return any("int" in module.source(argument.value) for argument in made.args[1:])
