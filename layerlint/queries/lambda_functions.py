"""The functions of `Lambda` layers, which Keras runs on batches like the `call` of a layer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from layerlint.model.methods import names_taken
from layerlint.queries.called_functions import function_named, made_by
from layerlint.queries.straight_values import node_at, value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, is_name, parts_bound
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.module import Module

_LONGEST_WAY = 6


class LambdaFunction(NamedTuple):
    """What a `Lambda` layer runs, and where it is told so; by name where it is none of the file."""

    given: cst.BaseExpression
    code: cst.FunctionDef | cst.Lambda | None


def lambda_functions(module: Module) -> list[LambdaFunction]:
    """What the `Lambda` layers of a module run, each function once."""
    return module.once(_found)


def _found(module: Module) -> list[LambdaFunction]:
    found: dict[cst.CSTNode, LambdaFunction] = {}
    for call in walk_kinds(module.tree, cst.Call):
        if module.keras(call.func) != "layers.Lambda":
            continue
        given = bind(call, ("function",)).get("function")
        if given is not None:
            code = _code(given, module)
            found.setdefault(given if code is None else code, LambdaFunction(given, code))
    return list(found.values())


def _code(given: cst.BaseExpression, module: Module) -> cst.FunctionDef | cst.Lambda | None:
    if isinstance(given, cst.Lambda):
        return given
    if isinstance(given, cst.Call):
        maker = function_named(given.func, module)
        return made_by(maker) if maker is not None else None
    found = function_named(given, module)
    if found is not None and found.decorators:
        return None
    value = value_at(given, given, module) if isinstance(given, cst.Name) else None
    return value if found is None and isinstance(value, cst.Lambda) else found


def has_samples(node: cst.BaseExpression, function: cst.CSTNode, module: Module) -> bool:
    """Whether it has a row for each sample of what Keras hands to a function.

    It is that itself, columns of it, one of several tensors, or computed row by row.
    """
    if not isinstance(function, (cst.FunctionDef, cst.Lambda)):
        return False
    return _has_samples(node, function, node, module, _LONGEST_WAY)


def _has_samples(
    node: cst.BaseExpression,
    function: cst.FunctionDef | cst.Lambda,
    use: cst.CSTNode,
    module: Module,
    depth: int,
) -> bool:
    if not depth:
        return False
    match node:
        case cst.Name(value=name):
            value = value_at(node, use, module)
            if value is not None:
                return _has_samples(value, function, value, module, depth - 1)
            if node_at(node, use, module) is None:
                return name == _first(function)
            return _is_unpacked(node, use, function, module)
        case cst.Subscript(value=owner, slice=[first, *_]):
            columns = not isinstance(first.slice, cst.Index) or isinstance(
                first.slice.value, cst.Ellipsis
            )
            return columns and _has_samples(owner, function, use, module, depth - 1)
        case cst.BinaryOperation(left=left, right=right):
            sides = (_has_samples(each, function, use, module, depth - 1) for each in (left, right))
            return any(sides)
        case cst.UnaryOperation(expression=inner):
            return _has_samples(inner, function, use, module, depth - 1)
        case cst.Call(args=[first, *_]):
            known = module.tensor_function(node.func)
            same = known is not None and known.role in ("cast", "elementwise")
            return same and _has_samples(first.value, function, use, module, depth - 1)
    return False


def _first(function: cst.FunctionDef | cst.Lambda) -> str | None:
    """The parameter that Keras fills; a method has its instance in front of it."""
    names = list(names_taken(function))
    return names[0] if names else None


def _is_unpacked(
    name: cst.Name, use: cst.CSTNode, function: cst.FunctionDef | cst.Lambda, module: Module
) -> bool:
    """Whether it is one of several tensors: `mean, deviation = args`."""
    binding = node_at(name, use, module)
    if not isinstance(binding, cst.Assign):
        return False
    return any(
        is_name(part, name.value)
        for target in binding.targets
        if is_name(binding.value, _first(function) or "")
        for part, _ in parts_bound(target.target, None)
        if isinstance(target.target, (cst.Tuple, cst.List))
    )
