"""Which axis of which tensor a size in a function is that of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from layerlint.facts.tensors import STEPWISE_LAYERS
from layerlint.queries.held_values import only_call
from layerlint.queries.straight_values import node_at, value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, is_name, literal, names_bound
from layerlint.syntax.walk import innermost, is_behind, walk_same_function

if TYPE_CHECKING:
    from layerlint.model.module import Module

_DEPTH = 6
_SHAPES = frozenset({"int_shape", "shape"})


class Tensor(NamedTuple):
    """A tensor by its name and what has bound that; all tensors of one have the same axes."""

    name: str
    binding: cst.CSTNode


class Size(NamedTuple):
    """The size of one axis of a tensor."""

    tensor: Tensor
    axis: int


def tensor_of(node: cst.BaseExpression, module: Module, depth: int = _DEPTH) -> Tensor | None:
    """The tensor that a name stands for; one that layers work on step by step is still that."""
    if isinstance(node, cst.Call):
        made = only_call(node.func, module) if depth and node.args else None
        name = module.keras(made.func) if made is not None else None
        plain = name in STEPWISE_LAYERS and name != "layers.Embedding"
        return tensor_of(node.args[0].value, module, depth - 1) if plain else None
    if not isinstance(node, cst.Name):
        return None
    binding = node_at(node, node, module)
    if binding is None:
        function = module.function(node)
        if function is None or not _is_as_given(node, function, module):
            return None
        return Tensor(node.value, function)
    if isinstance(binding, cst.Assign) and isinstance(binding.value, cst.Call):
        before = tensor_of(binding.value, module, depth)
        if before is not None and len(binding.targets) == 1:
            return before
    return Tensor(node.value, binding)


def size_of(node: cst.BaseExpression, module: Module, depth: int = _DEPTH) -> Size | None:
    """The axis that a number is the size of: `x.shape[1]`, or a name for it."""
    if not depth:
        return None
    match node:
        case cst.Subscript(value=shape, slice=[cst.SubscriptElement(slice=cst.Index(value=at))]):
            place = literal(at)
            tensor = _whose_shape(shape, module, depth - 1)
            known = tensor is not None and isinstance(place, int) and place >= 0
            return Size(tensor, place) if known and tensor is not None else None
        case cst.Name():
            value = value_at(node, node, module)
            if value is not None:
                return size_of(value, module, depth - 1)
            return _unpacked(node, module, depth - 1)
    return None


def input_sizes(
    node: cst.BaseExpression, module: Module, depth: int = _DEPTH
) -> list[cst.BaseExpression]:
    """The sizes behind the batch of what layers make step by step of an `Input` that says them.

    The last one is that of the input, which the layers may change.
    """
    if isinstance(node, cst.Name):
        value = value_at(node, node, module)
        return input_sizes(value, module, depth - 1) if value is not None and depth else []
    if not isinstance(node, cst.Call) or not depth:
        return []
    if module.keras(node.func) in ("Input", "layers.Input"):
        match bind(node, ("shape",)).get("shape"):
            case cst.Tuple(elements=parts) | cst.List(elements=parts):
                return [each.value for each in parts]
        return []
    made = only_call(node.func, module) if node.args else None
    plain = made is not None and module.keras(made.func) in STEPWISE_LAYERS
    return input_sizes(node.args[0].value, module, depth - 1) if plain else []


def _unpacked(name: cst.Name, module: Module, depth: int) -> Size | None:
    """What `b, n, c = x.shape` gives a name."""
    match node_at(name, name, module):
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Tuple(elements=parts))], value=value):
            places = [i for i, part in enumerate(parts) if is_name(part.value, name.value)]
            starred = any(isinstance(part, cst.StarredElement) for part in parts)
            tensor = _whose_shape(value, module, depth)
            if tensor is not None and len(places) == 1 and not starred:
                return Size(tensor, places[0])
    return None


def _whose_shape(node: cst.BaseExpression, module: Module, depth: int) -> Tensor | None:
    """The tensor that a shape is that of."""
    if not depth:
        return None
    match node:
        case cst.Name():
            value = value_at(node, node, module)
            return _whose_shape(value, module, depth - 1) if value is not None else None
        case cst.Attribute(value=tensor, attr=cst.Name("shape")):
            return tensor_of(tensor, module)
        case cst.Call(func=cst.Attribute(value=tensor, attr=cst.Name("get_shape")), args=[]):
            return tensor_of(tensor, module)
        case cst.Call(func=cst.Attribute(value=shape, attr=cst.Name("as_list")), args=[]):
            return _whose_shape(shape, module, depth - 1)
        case cst.Call(args=[first, *_]):
            name = module.operation(node) or (module.keras(node.func) or "").rpartition(".")[2]
            if name in _SHAPES:
                return tensor_of(first.value, module)
            return _whose_shape(first.value, module, depth - 1) if name == "unstack" else None
    return None


def _is_as_given(name: cst.Name, function: cst.FunctionDef, module: Module) -> bool:
    """Whether nothing has bound a name before it stands there."""
    first = module.facts(function, _first_bound).get(name.value)
    if first is None:
        return True
    return innermost(first, cst.For, cst.While) is None and not is_behind(name, first)


def _first_bound(function: cst.FunctionDef) -> dict[str, cst.Assign]:
    found: dict[str, cst.Assign] = {}
    for node in walk_same_function(function.body, cst.Assign):
        for target in node.targets:
            for name in names_bound(target.target):
                found.setdefault(name, node)
    return found
