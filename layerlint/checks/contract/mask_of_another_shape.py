"""LL423: a layer passes the mask of its input on, although its output has other steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from layerlint.checks.contract._axis_sizes import size_of, tensor_of
from layerlint.declaration import check
from layerlint.facts.tensors import KERNEL_LAYERS, STEPWISE_LAYERS
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.syntax import cst
from layerlint.syntax.matching import (
    bind,
    is_name,
    literal,
    names_assigned_to,
    parts_bound,
    self_attribute,
)
from layerlint.syntax.walk import walk_same_function

if TYPE_CHECKING:
    from layerlint.interpret.tensors.fact import Fact
    from layerlint.model.attributes import Binding
    from layerlint.model.methods import Method

_JOINS = frozenset({"concat", "concatenate"})
_POOLS = frozenset(
    {"layers.AveragePooling1D", "layers.Cropping1D", "layers.Flatten", "layers.MaxPooling1D"}
    | {"layers.UpSampling1D", "layers.ZeroPadding1D"}
)
_Names = dict[str, cst.CSTNode | None]
_FLAG = "supports_masking"
# What has its input in pixels gets no mask of steps.
_FLAT = ("2D", "3D", "2DTranspose", "3DTranspose")


@check(LayerClass)
def mask_of_another_shape(layer: LayerClass) -> Iterator[Finding]:
    """Report where the class says that the mask still holds."""
    call = layer.methods.get("call")
    if call is None or layer.kind != "layer" or not layer.complete:
        return
    if layer.keras_bases != ("layers.Layer",) or _sees_pixels(layer):
        return
    claim = _claim(layer)
    change = _step_change(layer, call) if claim is not None else None
    if claim is None or change is None:
        return
    fields = {
        "layer": layer.name,
        "change": " ".join(layer.module.source(change).split())[:60],
    }
    generations = frozenset({3}) if _joins_inputs(layer, change) else None
    if layer.attributes[_FLAG].bindings and layer.method("compute_mask") is None:
        claim = claim if _is_own(layer.attributes[_FLAG].bindings[-1], layer) else change
    yield Finding(claim, fields=fields, generations=generations)


def _claim(layer: LayerClass) -> cst.CSTNode | None:
    """Where the class says so: `supports_masking = True`, or a `compute_mask` that passes it on."""
    own = layer.methods.get("compute_mask")
    if layer.method("compute_mask") is not None:
        if own is None:
            return None
        returns = list(own.own_nodes(cst.Return))
        same = len(returns) == 1 and is_name(returns[0].value, "mask")
        return returns[0] if same and own.takes("mask") else None
    bindings = layer.attributes[_FLAG].bindings
    claims = bool(bindings) and all(is_name(each.value, "True") for each in bindings)
    return bindings[-1].statement if claims else None


def _is_own(binding: Binding, layer: LayerClass) -> bool:
    return binding.method is None or binding.method.owner is layer


def _sees_pixels(layer: LayerClass) -> bool:
    return any((held.keras or "").endswith(_FLAT) for held in layer.all_sublayers)


def _step_change(layer: LayerClass, call: Method) -> cst.CSTNode | None:
    """What gives the result other steps, or none; None where a return may keep them."""
    if not isinstance(call.node.body, cst.IndentedBlock):
        return None
    names: _Names = {}
    changes: list[cst.CSTNode | None] = []
    for statement in call.node.body.body:
        if isinstance(statement, cst.SimpleStatementLine):
            for small in statement.body:
                _follow(small, names, changes, layer, call)
        else:
            for node in walk_same_function(statement, cst.Return):
                if isinstance(node, cst.Return):
                    return None
            for name in names_assigned_to(statement):
                names.pop(name, None)
    return changes[0] if changes and all(changes) else None


def _joins_inputs(layer: LayerClass, node: cst.CSTNode) -> bool:
    """Whether it is several inputs that are joined."""
    parts = _joined(node, layer) or ()
    return len(parts) > 1 and all(
        isinstance(part, cst.Name) and layer.values.of(part).kind == "input" for part in parts
    )


def _follow(
    small: cst.CSTNode,
    names: _Names,
    changes: list[cst.CSTNode | None],
    layer: LayerClass,
    call: Method,
) -> None:
    match small:
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value=name))], value=value):
            names[name] = _changed(value, names, layer, call)
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Tuple() as target)], value=value):
            for part, own in parts_bound(target, value):
                if isinstance(part, cst.Name):
                    names[part.value] = _changed(own, names, layer, call) if own else None
        case cst.Return(value=value) if value is not None:
            changes.append(_changed(value, names, layer, call))
        case _:
            for name in names_assigned_to(small):
                names.pop(name, None)


def _changed(
    node: cst.BaseExpression, names: _Names, layer: LayerClass, call: Method
) -> cst.CSTNode | None:
    match node:
        case cst.Name(value=name):
            return names.get(name)
        case cst.BinaryOperation(left=left, right=right):
            sides = [(each, _changed(each, names, layer, call)) for each in (left, right)]
            # A side with all steps would bring them back, by broadcasting.
            fits = all(changed or _is_small(layer.values.of(each)) for each, changed in sides)
            return sides[0][1] or sides[1][1] if fits else None
        case cst.Subscript(value=owner, slice=[_, second, *rest]) if all(
            _is_whole(each.slice) for each in rest
        ):
            sliced = layer.values.of(owner).steps and not _is_whole(second.slice)
            kept = _is_whole(node.slice[0].slice) and not _is_new(second.slice)
            return node if sliced and kept and layer.values.of(owner).batch else None
        case cst.Call(func=function, args=[first, *_]):
            return _called(node, function, first.value, names, layer, call)
    return None


def _is_small(fact: Fact) -> bool:
    return fact.kind == "python" or fact.weight


def _called(
    node: cst.Call,
    function: cst.BaseExpression,
    first: cst.BaseExpression,
    names: _Names,
    layer: LayerClass,
    call: Method,
) -> cst.CSTNode | None:
    own = self_attribute(function, call.self_name)
    held = layer.sublayers.get(own) if own is not None else None
    if held is not None and held.container is None:
        if held.keras in _POOLS or (held.keras in KERNEL_LAYERS and _strides(held.arguments)):
            return node if layer.values.of(first).steps else None
        return _changed(first, names, layer, call) if held.keras in STEPWISE_LAYERS else None
    helper = layer.method(own) if own is not None else None
    if helper is not None and helper.owner is layer and helper is not call:
        return _step_change(layer, helper)
    known = call.module.tensor_function(function)
    if known is None:
        return None
    if known.role in ("elementwise", "cast"):
        return _changed(first, names, layer, call)
    axis = literal(bind(node, ("x", "axis")).get("axis"))
    if known.role == "reduction" and layer.values.of(first).steps and axis in (1, (1,), [1]):
        return node
    if call.module.operation(node) == "reshape" and _folds(node, first, layer):
        return node
    return node if _joined(node, layer) else _beside(node, names, layer, call)


def _beside(node: cst.Call, names: _Names, layer: LayerClass, call: Method) -> cst.CSTNode | None:
    """The change of all that is put together along the last axis."""
    given = bind(node, ("values", "axis"))
    match given.get("values") or node.args[0].value:
        case cst.List(elements=parts) | cst.Tuple(elements=parts):
            if call.module.operation(node) in _JOINS and literal(given.get("axis")) == -1:
                changes = [_changed(each.value, names, layer, call) for each in parts]
                return changes[0] if changes and all(changes) else None
    return None


def _folds(node: cst.Call, first: cst.BaseExpression, layer: LayerClass) -> bool:
    """Whether steps are put beside each other, or torn apart: `reshape(x, (b, t // 2, 2 * d))`."""
    shape = node.args[1].value if len(node.args) > 1 else None
    match shape:
        case cst.Tuple(elements=[_, second, _, *_]) | cst.List(elements=[_, second, _, *_]):
            pass
        case _:
            return False
    match second.value:
        case cst.BinaryOperation(
            left=steps, operator=cst.FloorDivide() | cst.Multiply(), right=times
        ):
            size, tensor = size_of(steps, layer.module), tensor_of(first, layer.module)
            long = size is not None and size.tensor == tensor and size.axis == 1
            number = literal(times)
            return long and isinstance(number, int) and number > 1 and layer.values.of(first).steps
    return False


def _joined(node: cst.CSTNode, layer: LayerClass) -> Sequence[cst.BaseExpression] | None:
    """The parts of what is put together along the steps."""
    match node:
        case cst.Call(
            args=[cst.Arg(value=cst.List(elements=parts) | cst.Tuple(elements=parts)), *_]
        ):
            axis = literal(bind(node, ("values", "axis")).get("axis"))
            values = [part.value for part in parts]
            long = layer.module.operation(node) in _JOINS and axis == 1 and len(values) > 1
            return values if long and any(layer.values.of(each).steps for each in values) else None
    return None


def _strides(arguments: dict[str, cst.BaseExpression]) -> bool:
    stride = literal(arguments.get("strides"))
    return isinstance(stride, int) and stride > 1


def _is_whole(part: cst.CSTNode) -> bool:
    """`:`, and `...` behind it."""
    if isinstance(part, cst.Slice):
        return part.lower is None and part.upper is None and part.step is None
    return False


def _is_new(part: cst.CSTNode) -> bool:
    return isinstance(part, cst.Index) and not (
        isinstance(literal(part.value), int) and literal(part.value) is not None
    )
