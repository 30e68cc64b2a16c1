"""Where a module scales the images of a dataset that its one network is trained with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.training._scaled_arrays import scaling_of_array
from layerlint.checks.training._scalings import is_scaling, number, scaling_by, shrinks
from layerlint.queries.called_functions import function_named
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, called_name, keyword_argument
from layerlint.syntax.walk import names_below, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.module import Module

# What is no image.
_OTHER = re.compile(r"mask|label|target|depth|seg|annot|^y(_|$)", re.IGNORECASE)


def scaled_data(module: Module) -> Iterator[cst.CSTNode]:
    """The scalings in generators of images, in functions that datasets map, of arrays for `fit`."""
    mapped: set[int] = set()
    for call in walk_kinds(module.tree, cst.Call):
        name = called_name(call.func)
        if name == "ImageDataGenerator":
            yield from _of_generator(call, module)
        elif name == "map" and call.args and isinstance(call.func, cst.Attribute):
            data = call.args[0].value
            function = data if isinstance(data, cst.Lambda) else function_named(data, module)
            if function is not None and id(function) not in mapped:
                mapped.add(id(function))
                yield from _of_function(function, module)
        elif name in ("fit", "predict", "evaluate"):
            given = bind(call, ("x",)).get("x")
            found = scaling_of_array(given, call, module) if given is not None else None
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
        found = scaling_by(call.func, call, module)
        if found is not None:
            yield found
            return
