"""What assignments bind in a scope."""

from __future__ import annotations

import ast

from layerlint.project.scopes import Scope, denotes, denotes_value


def bind(target: ast.expr, value: ast.expr | None, scope: Scope) -> None:
    """Bind the names of an assignment's target to what the value denotes."""
    match target:
        case ast.Name():
            scope.env[target.id] = denotes_value(target.id, value, scope)
        case ast.Starred():
            bind(target.value, None, scope)
        case ast.Tuple() | ast.List():
            _bind_sequence(target.elts, value, scope)


def _bind_sequence(targets: list[ast.expr], value: ast.expr | None, scope: Scope) -> None:
    """Bind `a, b = x, y` pairwise; all values are evaluated before any name is bound."""
    values: list[ast.expr | None] = [None] * len(targets)
    if isinstance(value, (ast.Tuple, ast.List)) and len(value.elts) == len(targets):
        values = list(value.elts)
    evaluated = [denotes(item, scope) if item is not None else () for item in values]
    for target, item, denoted in zip(targets, values, evaluated, strict=True):
        if isinstance(target, ast.Name):
            scope.env[target.id] = denoted
        else:
            bind(target, item, scope)


def bind_walrus(test: ast.expr, scope: Scope) -> None:
    """Bind the names of assignment expressions in a test."""
    for node in ast.walk(test):
        if isinstance(node, ast.NamedExpr):
            bind(node.target, node.value, scope)
