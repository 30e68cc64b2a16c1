"""Where images are scaled to small numbers: by an operation, a layer, a function, a generator."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.facts.images import makes_small
from layerlint.facts.layers import SEQUENTIAL, is_application
from layerlint.facts.modes import AUGMENTATION
from layerlint.queries.straight_values import value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, literal, positional
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.module import Module

_DEPTH = 12
_LEAST = 100
_OTHER_LAYERS = frozenset({"CenterCrop", "Resizing", "Identity", "Activation"})


def number(node: cst.BaseExpression | None) -> float | None:
    """The value of `255.0`, and of `1 / 255`."""
    match node:
        case cst.BinaryOperation(left=left, operator=cst.Divide(), right=right):
            above, below = number(left), number(right)
            return above / below if above is not None and below else None
        case None:
            return None
    value = literal(node)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    return None


def shrinks(factor: float | None) -> bool:
    """Whether a factor makes small numbers of those of an image: `1 / 255`."""
    return factor is not None and 0 < factor <= 1 / _LEAST


def is_scaling(node: cst.CSTNode) -> bool:
    """Whether it is `x / 255`, `x * (1 / 255)`, less something or not, or `x /= 255`."""
    match node:
        case cst.AugAssign(operator=cst.DivideAssign(), value=right):
            return (number(right) or 0) >= _LEAST
        case cst.AugAssign(operator=cst.MultiplyAssign(), value=right):
            return shrinks(number(right))
        case cst.BinaryOperation(left=left, operator=cst.Divide(), right=right):
            return number(left) is None and (number(right) or 0) >= _LEAST
        case cst.BinaryOperation(left=left, operator=cst.Multiply(), right=right):
            return any(shrinks(number(each)) for each in (left, right))
        case cst.BinaryOperation(left=left, operator=cst.Subtract()):
            return is_scaling(left)
    return False


def scaling_of(tensor: cst.BaseExpression, use: cst.CSTNode, module: Module) -> cst.CSTNode | None:
    """What scaled an image on its way, looked for past augmentation; None if nothing did."""
    for _ in range(_DEPTH):
        if isinstance(tensor, cst.Name):
            value = value_at(tensor, use, module)
            if value is None:
                return None
            tensor, use = value, value
        elif is_scaling(tensor):
            return tensor
        elif isinstance(tensor, cst.Call):
            found = scaling_by(tensor.func, tensor, module)
            if found is not None:
                return found
            given = positional(tensor)
            if not given or not _leaves_scale(tensor.func, tensor, module):
                return None
            tensor = given[0].value
        else:
            return None
    return None


def scaling_by(
    function: cst.BaseExpression, use: cst.CSTNode, module: Module, depth: int = 4
) -> cst.CSTNode | None:
    """What in a layer, or in a function that is called, scales images."""
    if depth == 0:
        return None
    if makes_small(module.keras(function) or ""):
        return use if isinstance(use, cst.Call) and use.func is function else function
    if isinstance(function, cst.Name):
        value = value_at(function, use, module)
        return scaling_by(value, value, module, depth - 1) if value is not None else None
    if not isinstance(function, cst.Call):
        return None
    name = module.keras(function.func) or ""
    if name.rpartition(".")[2] == "Rescaling":
        scale = number(bind(function, ("scale", "offset")).get("scale"))
        return function if shrinks(scale) else None
    if name == "layers.Lambda" and function.args:
        body = function.args[0].value
        small = isinstance(body, cst.Lambda) and is_scaling(body.body)
        return function if small else None
    if name in SEQUENTIAL:
        made = function
        key = (scaling_by, made)
        return module.remembered(key, lambda: _first_scaling(made, module, depth))
    return None


def _first_scaling(sequential: cst.Call, module: Module, depth: int) -> cst.CSTNode | None:
    for item in items(sequential):
        found = scaling_by(item, sequential, module, depth - 1)
        if found is not None:
            return found
    return None


def items(sequential: cst.Call) -> list[cst.BaseExpression]:
    """The layers that a `Sequential` is given."""
    given = positional(sequential)
    layers = given[0].value if given else None
    return [each.value for each in layers.elements] if isinstance(layers, cst.List) else []


def _leaves_scale(
    function: cst.BaseExpression, use: cst.CSTNode, module: Module, depth: int = 4
) -> bool:
    """Whether it is a layer that augments images, or crops them, or a `Sequential` of such."""
    if isinstance(function, cst.Name) and depth:
        value = value_at(function, use, module)
        return value is not None and _leaves_scale(value, value, module, depth - 1)
    if not isinstance(function, cst.Call) or not depth:
        return False
    name = module.keras(function.func) or ""
    if name in SEQUENTIAL:
        made = function
        return module.remembered(
            (_leaves_scale, made),
            lambda: all(_leaves_scale(each, made, module, depth - 1) for each in items(made)),
        )
    last = name.rpartition(".")[2]
    return last in AUGMENTATION or last in _OTHER_LAYERS or last in ("Input", "InputLayer")


def applications(module: Module) -> Iterator[tuple[str, cst.Call]]:
    """The networks of `keras.applications` that the module makes, by their names."""
    for call in walk_kinds(module.tree, cst.Call):
        name = module.keras(call.func) or ""
        if is_application(name):
            yield name, call
