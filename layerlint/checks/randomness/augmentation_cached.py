"""LL609: data are augmented before `cache`, which keeps the first draw of each image."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.facts.layers import SEQUENTIAL
from layerlint.facts.modes import only_disturbs
from layerlint.facts.random import random_function
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Members, Text
from layerlint.queries.called_functions import function_named
from layerlint.queries.fixtures import in_tests
from layerlint.queries.held_values import only_call
from layerlint.queries.straight_values import value_at
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, called_name, keyword, literal, positional
from layerlint.syntax.walk import walk_kinds

_DEPTH = 12
# Data to measure by are to stay as they are, random crops among them.
_MEASURES = re.compile(r"val|test|eval|dev(?![a-z])")
# What moves or colours an image by what somebody else has drawn.
_MOVES = ("image.flip_", "image.rot90", "image.adjust_", "image.transpose", "image.crop_to")

NEEDS = AllOf(
    Text("tensorflow"), Members("map"), Members("cache"), AnyOf(Text("random"), Text("Random"))
)


@check(Module, needs=NEEDS)
def augmentation_cached(module: Module) -> Iterator[Finding]:
    """Report each `cache` of a dataset that a function which augments images was mapped on."""
    if in_tests(module):
        return
    for call in walk_kinds(module.tree, cst.Call):
        if called_name(call.func) == "cache" and isinstance(call.func, cst.Attribute):
            if _MEASURES.search(_said_of(call, module)):
                continue
            mapped = _augmenting(call.func.value, call, module)
            if mapped is not None:
                yield Finding(call.func.attr, fields={"map": short(module, mapped)})


def _said_of(call: cst.Call, module: Module) -> str:
    """The names that tell what data are for: of the function, of what is assigned, of the data."""
    function = module.function(call)
    names = module.facts(module.statement(call), _names)
    return f"{names} {function.name.value.lower()}" if function is not None else names


def _names(statement: cst.CSTNode) -> str:
    return " ".join(name.value for name in walk_kinds(statement, cst.Name)).lower()


def _augmenting(
    data: cst.BaseExpression, use: cst.CSTNode, module: Module
) -> cst.BaseExpression | None:
    """What was mapped on data and augments them, since they were cached last."""
    for _ in range(_DEPTH):
        if isinstance(data, cst.Name):
            value = value_at(data, use, module)
            if value is None:
                return None
            data, use = value, value
        elif isinstance(data, cst.Call) and isinstance(data.func, cst.Attribute):
            name = data.func.attr.value
            given = bind(data, ("map_func",)).get("map_func") if name == "map" else None
            if name == "cache":
                return None
            if given is not None and _augments(_code_of(given, module), module):
                return given
            data = data.func.value
        else:
            return None
    return None


def _code_of(given: cst.BaseExpression, module: Module) -> cst.CSTNode | None:
    """The body of what `map` is given: a lambda, or a function of the module."""
    if isinstance(given, cst.Lambda):
        return given.body
    function = function_named(given, module)
    return function.body if function is not None else None


def _augments(code: cst.CSTNode | None, module: Module) -> bool:
    """Whether code, or what it calls of the module, changes images at random."""
    if code is None:
        return False
    done = set(_done_by(code, module))
    for call in walk_kinds(code, cst.Call):
        helper = function_named(call.func, module)
        if helper is not None:
            done |= _done_by(helper.body, module)
    return "augments" in done or {"moves", "draws"} <= done


def _done_by(code: cst.CSTNode, module: Module) -> frozenset[str]:
    """What the calls in code do to images, each piece of code read once."""

    def find() -> frozenset[str]:
        calls = list(walk_kinds(code, cst.Call))
        done = {"augments" for call in calls if _is_augmentation(call, module)}
        done |= {"draws" for call in calls if _draws(call, module)}
        done |= {"moves" for call in calls if (module.tf(call.func) or "").startswith(_MOVES)}
        return frozenset(done)

    return module.remembered((_done_by, id(code)), find)


def _draws(call: cst.Call, module: Module) -> bool:
    """Whether a call draws anew for each element: no number of Python's, which a graph keeps."""
    known = random_function(module.resolve(call.func))
    return known is not None and not known.at_trace and not known.stateless


def _is_augmentation(call: cst.Call, module: Module) -> bool:
    """Whether a call is of a function or a layer that is for nothing but training."""
    known = random_function(module.resolve(call.func))
    if known is not None:
        return known.training_only and not known.stateless
    told = keyword(call, "training")
    if told is not None and literal(told.value) is False:
        return False
    made: cst.BaseExpression | None = None
    if isinstance(call.func, cst.Name):
        made = value_at(call.func, call, module) or only_call(call.func, module)
    elif isinstance(call.func, cst.Attribute):
        made = only_call(call.func, module)
    return isinstance(made, cst.Call) and _disturbs(made, module)


def _disturbs(made: cst.Call, module: Module) -> bool:
    """Whether a call makes a layer that augments, or a chain with one."""
    name = module.keras(made.func) or ""
    if name in SEQUENTIAL:
        listed = positional(made)
        layers = listed[0].value if listed else None
        elements = layers.elements if isinstance(layers, (cst.List, cst.Tuple)) else ()
        return any(
            isinstance(each.value, cst.Call) and _disturbs(each.value, module) for each in elements
        )
    return name.startswith("layers.Random") and only_disturbs(name)
