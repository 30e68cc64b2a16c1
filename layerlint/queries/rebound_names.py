"""Which names code gives another value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.syntax import cst
from layerlint.syntax.matching import names_bound
from layerlint.syntax.walk import names_below, walk_kinds, walk_same_class

if TYPE_CHECKING:
    from layerlint.model.methods import Method

    Assignment = cst.AssignTarget | cst.AugAssign | cst.AnnAssign | cst.NamedExpr | cst.For


def rebinds(method: Method, name: str) -> bool:
    """Whether the method assigns to the local `name`."""
    return name in method.module.facts(method.node, _rebound)


def _rebound(function: cst.FunctionDef) -> frozenset[str]:
    """The names that a function binds, but for its parameters."""
    nodes: Iterator[Assignment | cst.AsName] = walk_same_class(
        function,
        cst.AssignTarget,
        cst.NamedExpr,
        cst.AugAssign,
        cst.AnnAssign,
        cst.For,
        cst.AsName,
    )
    targets = (node.name if isinstance(node, cst.AsName) else node.target for node in nodes)
    return frozenset(name for target in targets for name in names_bound(target))


def names_assigned_to(code: cst.CSTNode) -> frozenset[str]:
    """The names in what is assigned to: those that get a value, and whose items or parts get one.

    Functions in the code are read as well.
    """
    nodes: Iterator[Assignment] = walk_kinds(
        code, cst.AssignTarget, cst.AugAssign, cst.AnnAssign, cst.NamedExpr, cst.For
    )
    return frozenset(name for node in nodes for name in names_below(node.target))
