"""What local names are assigned.

How far the question reaches is the caller's choice, by the walk that is handed in: a function
alone (`walk_same_function`), those in it as well (`walk_same_class`, `Method.own_nodes`), or
whatever stands below a node (`walk_kinds`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from layerlint.syntax import cst
from layerlint.syntax.matching import is_name

if TYPE_CHECKING:
    from layerlint.model.module import Module


def binds(assignment: cst.Assign, name: str) -> bool:
    """Whether it is `name = ...`, the name alone or among others: `name = other = ...`."""
    return any(is_name(target.target, name) for target in assignment.targets)


def assignments_of(name: str, assignments: Iterable[cst.Assign]) -> Iterator[cst.Assign]:
    """Those of `assignments` that bind the name."""
    return (each for each in assignments if binds(each, name))


def values_of(name: str, assignments: Iterable[cst.Assign]) -> list[cst.BaseExpression]:
    """What `assignments` give the name, in their order."""
    return [each.value for each in assignments_of(name, assignments)]


def only_value(name: str, assignments: Iterable[cst.Assign]) -> cst.BaseExpression | None:
    """What `assignments` give the name, if one of them does and no other."""
    values = values_of(name, assignments)
    return values[0] if len(values) == 1 else None


def assignments_to(
    written: str, assignments: Iterable[cst.Assign], module: Module
) -> Iterator[cst.Assign]:
    """Those of `assignments` to a target that is written like this: `x`, `self.loss`, `m[0]`."""
    for each in assignments:
        if any(module.source(target.target) == written for target in each.targets):
            yield each
