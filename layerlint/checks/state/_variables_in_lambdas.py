"""Variables that only the functions of `Lambda` layers know."""

from __future__ import annotations

import re

from layerlint.model.module import Module
from layerlint.project.importers import importers
from layerlint.queries.held_values import held_values
from layerlint.queries.lambda_functions import lambda_functions
from layerlint.queries.local_bindings import is_variable, names_in
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, is_name, keyword, literal
from layerlint.syntax.walk import around, calls_given

_VARIABLES = frozenset({"Variable", "backend.variable"})
_NOT_FLOATING = re.compile(r"\bu?int(8|16|32|64)\b|\bbool\b|\bstring\b")


def is_lost_variable(name: cst.Name, module: Module) -> bool:
    """Whether the name is bound to a variable that is to be trained, and that nothing else has."""
    held = held_values(name, module)
    maker = held[0] if len(held) == 1 else None
    if (
        not isinstance(maker, cst.Call)
        or not is_made_variable(maker, module)
        or _is_whole(maker, module)
    ):
        return False
    return not _is_mentioned_elsewhere(name, module)


def _is_whole(maker: cst.Call, module: Module) -> bool:
    """Whether a variable holds integers, which nothing trains."""
    value = bind(maker, ("initial_value",)).get("initial_value") or keyword(maker, "value")
    text = module.source(maker)
    whole = isinstance(literal(value), int) and "float" not in text
    return whole or _NOT_FLOATING.search(text) is not None


def _is_mentioned_elsewhere(name: cst.Name, module: Module) -> bool:
    """Whether code besides the functions of `Lambda` layers may write a variable, or train it."""
    scope = module.scope_of(name, name.value)
    for node in module.facts(scope or module.tree, names_in).get(name.value, ()):
        parent = module.parent(node)
        if not is_variable(node, module) or module.scope_of(node, name.value) is not scope:
            continue
        if isinstance(parent, cst.AssignTarget) or any(map(_shows, calls_given(node))):
            continue
        if _writes(parent) or not _is_of_lambda(node, module):
            return True
    index = module.project.index
    users = index.having(name.value) if scope is None else ()
    return any(path in users for path in importers(index, module.path))


def _shows(call: cst.Call) -> bool:
    return is_name(call.func, "print")


def _writes(parent: cst.CSTNode | None) -> bool:
    """Whether a method of the variable is named that gives it another value."""
    return isinstance(parent, cst.Attribute) and parent.attr.value.startswith("assign")


def _is_of_lambda(node: cst.Name, module: Module) -> bool:
    functions = [each.code for each in lambda_functions(module)]
    return any(outer in functions for outer in around(node))


def is_made_variable(call: cst.Call, module: Module) -> bool:
    """Whether a call makes a variable that is to be trained."""
    if module.keras(call.func) in _VARIABLES or module.tf(call.func) == "Variable":
        return literal(keyword(call, "trainable")) is not False
    return False
