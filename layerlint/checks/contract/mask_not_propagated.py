"""LL409: a layer that keeps the time steps uses the mask and does not pass it on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from layerlint.checks.contract._masked_chains import layers_before, passes_mask, starts_mask
from layerlint.declaration import check
from layerlint.facts.members import MASK_USERS
from layerlint.facts.operations import AXIS_CHANGES
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import insert_at_end_of_body
from layerlint.model.constructor import base_calls
from layerlint.model.layer import LayerClass
from layerlint.model.methods import Method
from layerlint.queries.call_sites import always_given, passed_by_name
from layerlint.queries.called_functions import arguments, function_named
from layerlint.queries.traced_code import nodes_of, traced
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, last_part, literal, self_attribute
from layerlint.syntax.walk import mentions, walk_kinds

if TYPE_CHECKING:
    from layerlint.interpret.tensors.fact import Fact
    from layerlint.model.module import Module

# A mask that was made before so many layers is followed no further.
_LONGEST_CHAIN = 100
_FLAGS = ("supports_masking", "_supports_masking")


@check(LayerClass)
def mask_not_propagated(layer: LayerClass) -> Iterator[Finding]:
    """Report layers that end the mask without being able to need that."""
    if not _makes_masks(layer):
        for node, name, module in _losing_calls(layer):
            yield Finding(node, "between", {"sublayer": f"self.{name}"}, module=module)
    if layer.kind != "layer" or not layer.complete or layer.keras_bases != ("layers.Layer",):
        return
    if layer.method("compute_mask") is not None:
        return
    if _returns_without(layer) and not _makes_masks(layer):
        call = layer.methods.get("call")
        if call is not None:
            yield Finding(call.node.name, "embedding", {"layer": layer.name})
        return
    bindings = [binding for name in _FLAGS for binding in layer.attributes[name].bindings]
    if bindings:
        only_class = all(binding.kind == "class" for binding in bindings)
        own = next((each for each in layer.class_bindings if each in bindings), None)
        if only_class and own is not None and is_name(own.value, "True"):
            fields = {"layer": layer.name}
            fix = _fix(layer)
            yield Finding(own.statement, "class", fields, fix=fix, generations=frozenset({2}))
        return
    call = layer.methods.get("call")
    mask = call.parameter("mask") if call is not None else None
    if call is None or not layer.values.returned.steps:
        return
    # Keras fills a mask that may be left out; one that must be passed is another thing, and so is
    # one that the project passes itself.
    if mask is not None and mask.default is not None and _uses_mask(call):
        if not _masks_steps(call) or passed_by_name(layer, "mask"):
            return
        if always_given(layer, "mask"):
            return  # handed from layer to layer: nothing waits for the one of Keras
        yield Finding(call.node.name, fields={"layer": layer.name}, fix=_fix(layer))
    elif mask is None and (user := _user_behind(layer)) is not None:
        fields = {"layer": layer.name, "user": user}
        yield Finding(call.node.name, "behind", fields, fix=_fix(layer))


def _makes_masks(layer: LayerClass) -> bool:
    """Whether the class deals with masks by its own calls of `compute_mask`."""
    return any(
        node.attr.value in ("compute_mask", "_keras_mask")
        for method in layer.methods.values()
        for node in method.own_nodes(cst.Attribute)
    )


def _uses_mask(call: Method) -> bool:
    return any(is_name(node, "mask") for node in _body(call))


def _body(call: Method) -> Iterator[cst.CSTNode]:
    parameters = {parameter.node.name for parameter in call.parameters}
    return (node for node in call.own_nodes() if node not in parameters)


def _fix(layer: LayerClass) -> Fix | None:
    """Say it at the end of the constructor, where the class has one that runs the base's."""
    constructor = layer.methods.get("__init__")
    if constructor is None or not any(base_calls(constructor)):
        return None
    text = f"{constructor.self_name}.supports_masking = True"
    edits = insert_at_end_of_body(constructor.module, constructor.node, text)
    return Fix("Set `supports_masking`", tuple(edits))


def _masks_steps(call: Method, mask: str = "mask") -> bool:
    """Whether `call` puts its mask on the steps, and keeps the axes of everything else.

    The mask is widened by a last axis, as `[batch, steps]` has to be, or handed to a sublayer: as
    `mask`, and where the module itself makes Keras masks in any other way.
    """
    masks = _masks(call, mask)
    made = re.search(r"\bmask_zero\s*=\s*True|\bMasking\(", call.module.text) is not None
    widened = False
    for node in call.own_nodes():
        about_mask = mentions(node, *masks)
        match node:
            case cst.Call(func=function, args=args) if _last(function) in AXIS_CHANGES:
                if not about_mask or _last(function) != "expand_dims":
                    return False
                widened = widened or _is_last(args)
            case cst.Subscript(slice=slices):
                last = slices[-1].slice
                adds = [part for part in slices if _is_newaxis(part.slice)]
                if adds and not about_mask:
                    return False
                widened = widened or (about_mask and _is_newaxis(last))
            case cst.Call(func=function, args=args):
                helper = function_named(function, call.module)
                if helper is not None and about_mask and helper is not call.node:
                    widened = widened or _masks_there(node, helper, masks, call)
                elif self_attribute(function, call.self_name) is not None:
                    widened = widened or any(_hands_on(each, masks, made) for each in args)
    return widened


def _masks_there(node: cst.Call, helper: cst.FunctionDef, masks: set[str], call: Method) -> bool:
    """Whether a function of the module that is given the mask puts it on the steps."""
    return any(
        isinstance(given, cst.Name)
        and given.value in masks
        and _masks_steps(Method(helper, call.owner), name)
        for name, given in arguments(node, helper, call.module).items()
    )


def _hands_on(argument: cst.Arg, masks: set[str], made: bool) -> bool:
    if made:
        return isinstance(argument.value, cst.Name) and argument.value.value in masks
    named = argument.keyword is not None and argument.keyword.value == "mask"
    return named and is_name(argument.value, "mask")


def _masks(call: Method, mask: str) -> set[str]:
    """The mask, and the names that hold what is made of nothing else."""
    found = {mask}
    for node in call.own_nodes(cst.Assign):
        match node:
            case cst.Assign(
                targets=[cst.AssignTarget(target=cst.Name(value=name))], value=cst.Call(args=args)
            ) if args and mentions(args[0].value, *found):
                found.add(name)
    return found


def _last(function: cst.BaseExpression) -> str:
    match function:
        case cst.Attribute(attr=cst.Name(value=name)) | cst.Name(value=name):
            return name
    return ""


def _is_last(args: Sequence[cst.Arg]) -> bool:
    """`expand_dims(mask, -1)`, also by keyword, and along the third axis."""
    return len(args) > 1 and literal(args[1].value) in (-1, 2)


def _is_newaxis(node: cst.CSTNode) -> bool:
    match node:
        case cst.Index(value=cst.Name(value="None")):
            return True
        case cst.Index(value=cst.Attribute(attr=cst.Name(value="newaxis"))):
            return True
    return False


def _losing_calls(layer: LayerClass) -> Iterator[tuple[cst.Call, str, Module]]:
    """Calls of sublayers that would use the mask, but get a tensor that has lost it."""
    for function in traced(layer):
        if function.method is None:
            continue
        for node in nodes_of(function, cst.Call):
            if len(node.args) < 1:
                continue
            name = self_attribute(node.func, function.method.self_name)
            sublayer = layer.sublayers.get(name) if name is not None else None
            if (
                sublayer is None
                or sublayer.container is not None
                or sublayer.keras not in MASK_USERS
            ):
                continue
            if _is_told(node) or not _has_lost(layer.values.of(node.args[0].value)):
                continue
            yield node, sublayer.attribute, function.module


def _returns_without(layer: LayerClass) -> bool:
    """Whether `call` returns what was computed from a masked embedding, step by step."""
    return _has_lost(layer.values.returned)


def _user_behind(layer: LayerClass) -> str | None:
    """The layer of Keras that gets no mask in a model of the module, because of `layer`."""
    users = layer.module.once(_users)
    return next((last_part(user) for user, before in users if _is_lost(before, layer)), None)


def _users(module: Module) -> list[tuple[str, list[cst.Call]]]:
    """The layers of Keras that use masks, each with those in front of it, nearest first."""
    calls = ((call, module.keras(call.func)) for call in walk_kinds(module.tree, cst.Call))
    return [
        (name, list(islice(layers_before(call, module), _LONGEST_CHAIN)))
        for call, name in calls
        if name in MASK_USERS and name is not None
    ]


def _is_lost(before: Iterable[cst.Call], layer: LayerClass) -> bool:
    """Whether `layer` gets a mask from the layers in front of another one, and none comes to it."""
    lost = False
    for call in before:
        if starts_mask(call, layer.module):
            return lost
        if is_name(call.func, layer.name) and "<locals>" not in layer.qualname:
            lost = True
        elif not passes_mask(call, layer.module):
            return False
        elif not lost and layer.module.keras(call.func) in MASK_USERS:
            return False  # which gets no mask either
    return False


def _has_lost(fact: Fact) -> bool:
    return fact.implicit == "lost" and fact.steps


def _is_told(call: cst.Call) -> bool:
    """Whether a mask of some kind is passed."""
    return any(
        argument.star or (argument.keyword is not None and "mask" in argument.keyword.value)
        for argument in call.args
    )
