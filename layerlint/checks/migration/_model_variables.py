"""Which names stand for a variable of a model, one after the other."""

from __future__ import annotations

import re

from layerlint.model.module import Module
from layerlint.queries.called_functions import arguments, callers
from layerlint.queries.held_values import held_values
from layerlint.queries.local_bindings import loop_over
from layerlint.syntax import cst

VARIABLE_LISTS = frozenset(
    {"trainable_variables", "trainable_weights", "non_trainable_variables", "non_trainable_weights"}
    | {"variables", "weights"}
)
# Variables of an optimizer are called after the path of what they belong to.
_OPTIMIZER = re.compile(r"opt(?:im|imizers?|s)?$", re.IGNORECASE)
# What gives the things of a list again: `list(v)`, `sorted(v)`.
_AGAIN = frozenset({"list", "tuple", "sorted", "reversed", "set", "tqdm"})
_LONGEST_WAY = 4


def is_variable(name: cst.Name, module: Module) -> bool:
    """Whether a name is given the variables of a model or layer, and nothing else."""
    return _is_variable(name, module, _LONGEST_WAY)


def _is_variable(name: cst.Name, module: Module, depth: int) -> bool:
    scope = module.scope_of(name, name.value)
    loop = loop_over(name)
    if loop is not None:
        return _gives(loop.target, loop.iter, name.value, module, depth)
    if isinstance(scope, cst.Lambda):
        return _filters(scope, module, depth)
    if not isinstance(scope, cst.FunctionDef) or not depth:
        return False
    calls = callers(scope, module)
    given = [arguments(call, scope, module).get(name.value) for call in calls]
    return bool(given) and all(
        isinstance(each, cst.Name) and _is_variable(each, module, depth - 1) for each in given
    )


def _gives(
    target: cst.BaseExpression, given: cst.BaseExpression, name: str, module: Module, depth: int
) -> bool:
    """Whether a loop over `given` gives the name variables, alone or in its place of a pair."""
    match target, given:
        case cst.Name(value=bound), _:
            return bound == name and _are_variables(given, module, depth)
        case cst.Tuple(elements=parts), cst.Call(func=cst.Name("zip"), args=args) if len(
            parts
        ) == len(args):
            return any(
                _gives(part.value, arg.value, name, module, depth)
                for part, arg in zip(parts, args, strict=True)
            )
        case cst.Tuple(elements=[_, part]), cst.Call(func=cst.Name("enumerate"), args=[arg, *_]):
            return _gives(part.value, arg.value, name, module, depth)
    return False


def _are_variables(node: cst.BaseExpression, module: Module, depth: int) -> bool:
    """Whether an expression is a list of the variables of a model."""
    match node:
        case cst.Attribute(value=owner, attr=cst.Name(value=listed)) if listed in VARIABLE_LISTS:
            return _OPTIMIZER.search(module.source(owner)) is None
        case cst.Call(func=cst.Name(value=again), args=[argument, *_]) if again in _AGAIN:
            return _are_variables(argument.value, module, depth)
        case cst.Call(func=cst.Name("filter"), args=[_, argument]):
            return _are_variables(argument.value, module, depth)
        case cst.BinaryOperation(left=left, operator=cst.Add(), right=right):
            return _are_variables(left, module, depth) and _are_variables(right, module, depth)
        case cst.Subscript(value=inner, slice=[cst.SubscriptElement(slice=cst.Slice())]):
            return _are_variables(inner, module, depth)
        case cst.ListComp(elt=cst.Name() as element):
            return _is_variable(element, module, depth)
        case cst.Name() | cst.Attribute() if depth:
            held = held_values(node, module)
            return bool(held) and all(_are_variables(each, module, depth - 1) for each in held)
    return False


def _filters(function: cst.Lambda, module: Module, depth: int) -> bool:
    """Whether a lambda chooses among variables: `filter(lambda v: ..., model.weights)`."""
    call = module.parent(module.parent(function) or function)
    match call:
        case cst.Call(func=cst.Name("filter" | "map"), args=[chooser, listed]):
            return chooser.value is function and _are_variables(listed.value, module, depth)
        case cst.Call(func=cst.Name("sorted"), args=[listed, *_]):
            return _are_variables(listed.value, module, depth)
    return False
