"""Where a module scales the images of a dataset that its one network is trained with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.training._rows_told import split_at, unpacked
from layerlint.checks.training._scalings import is_scaling, number, scaling_by, shrinks
from layerlint.facts.data import KEEP_ORDER, KEEP_SAMPLES, KEEP_SHAPE
from layerlint.facts.images import DECODERS
from layerlint.model.origins import only_result
from layerlint.queries.called_functions import called, function_named
from layerlint.queries.held_values import held_values
from layerlint.queries.straight_values import expression_behind, node_at, value_at
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, called_name, keyword_argument, positional
from layerlint.syntax.walk import names_below, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.module import Module

_DEPTH = 12
# A value, the places of the array in it from outside in, and where it is used.
Step = tuple[cst.BaseExpression, tuple[int, ...], cst.CSTNode]
# What is no image.
_OTHER = re.compile(r"mask|label|target|depth|seg|annot|^y(_|$)", re.IGNORECASE)


def scaled_data(module: Module) -> Iterator[cst.CSTNode]:
    """The scalings in generators of images, in functions that datasets map, of arrays for `fit`."""
    mapped: set[cst.CSTNode] = set()
    for call in walk_kinds(module.tree, cst.Call):
        name = called_name(call.func)
        if name == "ImageDataGenerator":
            yield from _of_generator(call, module)
        elif name == "map" and call.args and isinstance(call.func, cst.Attribute):
            data = call.args[0].value
            function = data if isinstance(data, cst.Lambda) else function_named(data, module)
            if function is not None and function not in mapped:
                mapped.add(function)
                yield from _of_function(function, module)
        elif name in ("fit", "predict", "evaluate"):
            given = bind(call, ("x",)).get("x")
            found = _scaling_of_array(given, call, module) if given is not None else None
            if found is not None:
                yield found


def _of_generator(call: cst.Call, module: Module) -> Iterator[cst.CSTNode]:
    scale = keyword_argument(call, "rescale")
    if scale is not None and shrinks(number(scale.value)):
        yield scale
    given = keyword_argument(call, "preprocessing_function")
    found = scaling_by(given.value, call, module) if given is not None else None
    if found is not None:
        yield found


def _of_function(function: cst.FunctionDef | cst.Lambda, module: Module) -> Iterator[cst.CSTNode]:
    """The scaling in a function that gets an image first."""
    body = function.body
    others = {each.name.value for each in function.params.params[1:]}
    for node in walk_kinds(body, cst.BinaryOperation, cst.AugAssign):
        if is_scaling(node) and not any(
            each in others or _OTHER.search(each) for each in names_below(node)
        ):
            yield node
            return
    for call in walk_kinds(body, cst.Call):
        found = call if _converts(call, module) else scaling_by(call.func, call, module)
        if found is not None:
            yield found
            return


def _converts(call: cst.Call, module: Module) -> bool:
    """`tf.image.convert_image_dtype` of whole numbers; those with a point it leaves as they are."""
    given = bind(call, ("image", "dtype"))
    if module.tf(call.func) != "image.convert_image_dtype" or not {"image", "dtype"} <= set(given):
        return False
    decoded = expression_behind(given["image"], call, module)
    to_float = module.source(given["dtype"]).strip("'\"").rpartition(".")[2].startswith("float")
    if not isinstance(decoded, cst.Call) or keyword_argument(decoded, "dtype") is not None:
        return False
    return to_float and module.tf(decoded.func) in DECODERS


def _scaling_of_array(
    array: cst.BaseExpression, use: cst.CSTNode, module: Module
) -> cst.CSTNode | None:
    """What scaled the images that an expression stands for at `use`; None if that is not seen."""
    step: Step | None = (array, (), use)
    for _ in range(_DEPTH):
        if step is None:
            return None
        value, places, use = step
        if not places:
            bound = node_at(value, use, module) if isinstance(value, cst.Name) else value
            if bound is not None and is_scaling(bound):
                return bound
            if isinstance(bound, cst.AugAssign):
                step = (value, (), bound)
                continue
            found = scaling_by(value.func, value, module) if isinstance(value, cst.Call) else None
            if found is not None:
                return found
        step = _before(value, places, use, module)
    return None


def _before(
    value: cst.BaseExpression, places: tuple[int, ...], use: cst.CSTNode, module: Module
) -> Step | None:
    """What a value was made of, one step back."""
    match value:
        case cst.Name():
            given = value_at(value, use, module)
            if given is not None:
                return given, places, given
            within, call = unpacked(value, use, module)
            held = held_values(value, module) if call is None else [call]
            return (held[0], (*within, *places), held[0]) if len(held) == 1 else None
        case cst.Tuple(elements=elements) if places and places[0] < len(elements):
            return elements[places[0]].value, places[1:], use
        case cst.Call():
            return _before_call(value, places, module)
    return None


def _before_call(call: cst.Call, places: tuple[int, ...], module: Module) -> Step | None:
    name, given = called_name(call.func), [each.value for each in positional(call)]
    if name == "train_test_split" and places:
        part = split_at(call, places[0])
        return (part, places[1:], call) if part is not None else None
    if name == "from_tensor_slices" and given:
        return given[0], (0,) if isinstance(given[0], cst.Tuple) else (), call
    method = isinstance(call.func, cst.Attribute) and module.resolve(call.func) is None
    if method and isinstance(call.func, cst.Attribute):
        if name in KEEP_SHAPE | KEEP_SAMPLES | KEEP_ORDER:
            return call.func.value, places, call
    elif name in KEEP_SHAPE and given:
        return given[0], places, call
    function = called(call, module)
    result = module.facts(function, only_result) if function is not None else None
    return (result, places, result) if result is not None else None
