"""Code that trains: where gradients are applied, by which optimizer, to which variables.

Keras's own `fit` aside, this is every `optimizer.apply_gradients(zip(gradients, variables))` and
`optimizer.apply(gradients, variables)`, in a `train_step` as in a function of a tutorial.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from layerlint.model.assignments import only_value
from layerlint.queries.straight_values import value_at
from layerlint.syntax import cst

if TYPE_CHECKING:
    from layerlint.model.module import Module

# What a model is asked for to train it.
VARIABLES = frozenset({"trainable_variables", "trainable_weights"})


@dataclass(frozen=True, slots=True)
class Update:
    """One application of gradients.

    `variables` is the expression of what the gradients belong to.
    """

    call: cst.Call
    optimizer: cst.BaseExpression
    gradients: cst.BaseExpression
    variables: cst.BaseExpression


def updates(nodes: Iterable[cst.CSTNode]) -> Iterator[Update]:
    """The applications of gradients among `nodes`, in their order."""
    for node in nodes:
        match node:
            case cst.Call(
                func=cst.Attribute(value=optimizer, attr=cst.Name("apply_gradients")),
                args=[cst.Arg(value=pairs), *_],
            ):
                match _listed(pairs):
                    case cst.Call(func=cst.Name("zip"), args=[first, second]):
                        yield Update(node, optimizer, first.value, second.value)
            case cst.Call(
                func=cst.Attribute(value=optimizer, attr=cst.Name("apply")),
                args=[first, second],
            ):
                yield Update(node, optimizer, first.value, second.value)


def _listed(pairs: cst.BaseExpression) -> cst.BaseExpression:
    """What `list(...)` is made of, any other expression as it is."""
    match pairs:
        case cst.Call(func=cst.Name("list"), args=[inner]):
            return inner.value
    return pairs


def owner_of(
    variables: cst.BaseExpression, nodes: Iterable[cst.CSTNode], module: Module
) -> cst.BaseExpression | None:
    """What `<owner>.trainable_variables` are the variables of, also through one local name.

    A name that is bound more than once stands for what it was given last on the way there. None
    where the expression is another, or ways part before.
    """
    if isinstance(variables, cst.Name):
        assignments = (node for node in nodes if isinstance(node, cst.Assign))
        given = only_value(variables.value, assignments) or value_at(variables, variables, module)
        if given is None:
            return None
        variables = given
    if isinstance(variables, cst.Attribute) and variables.attr.value in VARIABLES:
        return variables.value
    return None
