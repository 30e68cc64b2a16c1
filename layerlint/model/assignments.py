"""What local names are assigned.

How far the question reaches is the caller's choice, by the walk that is handed in: a function
alone (`walk_same_function`), those in it as well (`walk_same_class`, `Method.own_nodes`), or
whatever stands below a node (`walk_kinds`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds, walk_same_class, walk_same_function

if TYPE_CHECKING:
    from layerlint.model.module import Module

# The assignments of some code that bind a name alone or among others, in source order.
Assigned = Mapping[str, Sequence[cst.Assign]]


def assigned(
    scope: cst.CSTNode, module: Module, walk: Callable[..., Any] = walk_same_function
) -> Assigned:
    """The assignments of a scope by the names that they bind, read once however many ask."""
    return module.facts(scope, _TABLES[walk])


def _by_name(walk: Callable[..., Iterator[cst.Assign]], scope: cst.CSTNode) -> Assigned:
    found: dict[str, list[cst.Assign]] = {}
    for node in walk(scope, cst.Assign):
        names = (each.target.value for each in node.targets if type(each.target) is cst.Name)
        for name in dict.fromkeys(names):
            found.setdefault(name, []).append(node)
    return found


_TABLES: Mapping[Callable[..., Any], Callable[[cst.CSTNode], Assigned]] = {
    walk: partial(_by_name, walk) for walk in (walk_same_function, walk_same_class, walk_kinds)
}


def assignments_of(name: str, assignments: Assigned) -> Sequence[cst.Assign]:
    """Those of `assignments` that bind the name."""
    return assignments.get(name, ())


def values_of(name: str, assignments: Assigned) -> list[cst.BaseExpression]:
    """What `assignments` give the name, in their order."""
    return [each.value for each in assignments_of(name, assignments)]


def only_value(name: str, assignments: Assigned) -> cst.BaseExpression | None:
    """What `assignments` give the name, if one of them does and no other."""
    values = values_of(name, assignments)
    return values[0] if len(values) == 1 else None


def assignments_to(written: str, module: Module) -> Sequence[cst.Assign]:
    """Those of a module to a target that is written like this: `x`, `self.loss`, `m[0]`."""
    return module.once(_by_target).get(written, ())


def _by_target(module: Module) -> Mapping[str, Sequence[cst.Assign]]:
    found: dict[str, list[cst.Assign]] = {}
    for node in walk_kinds(module.tree, cst.Assign):
        for written in dict.fromkeys(module.source(each.target) for each in node.targets):
            found.setdefault(written, []).append(node)
    return found
