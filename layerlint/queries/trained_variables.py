"""Whose variables are trained: the models behind what gradients are taken by and applied to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.queries.local_bindings import bindings
from layerlint.queries.straight_values import value_at
from layerlint.syntax import cst

if TYPE_CHECKING:
    from layerlint.model.module import Module

# What a model is asked for to train it.
VARIABLES = frozenset({"trainable_variables", "trainable_weights"})
_LONGEST_WAY = 8

Models = tuple[cst.BaseExpression, ...]


def given_at(
    function: cst.FunctionDef | None, module: Module
) -> dict[str, list[cst.BaseExpression]]:
    """What each name of a function is given, or of the top level, where `function` is None."""
    return module.facts(module.tree if function is None else function, bindings)


def models_of(variables: cst.BaseExpression | None, module: Module) -> Models:
    """What `a.trainable_variables + b.trainable_variables` are the variables of: `a` and `b`.

    Followed through names; of a name that is bound more than once, what it was given last on the
    way there. Empty where a part of it is another expression, or ways part before.
    """
    found = _models(variables, module, _LONGEST_WAY) if variables is not None else None
    return found or ()


def _models(node: cst.BaseExpression, module: Module, depth: int) -> Models | None:
    if depth == 0:
        return None
    match node:
        case cst.Attribute(value=owner, attr=cst.Name(value=name)) if name in VARIABLES:
            return (owner,)
        case cst.Lambda(body=body):
            return _models(body, module, depth - 1)
        case cst.Name():
            given = given_at(module.function(node), module).get(node.value, ())
            value = given[0] if len(given) == 1 else value_at(node, node, module)
            return _models(value, module, depth - 1) if value is not None else None
        case cst.BinaryOperation(left=left, operator=cst.Add(), right=right):
            return _joined([left, right], module, depth)
        case cst.List(elements=elements) | cst.Tuple(elements=elements):
            return _joined([each.value for each in elements], module, depth)
    return None


def _joined(nodes: list[cst.BaseExpression], module: Module, depth: int) -> Models | None:
    found: Models = ()
    for node in nodes:
        models = _models(node, module, depth - 1)
        if models is None:
            return None
        found += models
    return found
