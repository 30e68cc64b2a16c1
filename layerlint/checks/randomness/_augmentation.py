"""Functions that are mapped on data and change images at random."""

from __future__ import annotations

from layerlint.facts.layers import SEQUENTIAL
from layerlint.facts.modes import only_disturbs
from layerlint.facts.random import random_function
from layerlint.model.module import Module
from layerlint.queries.called_functions import function_named
from layerlint.queries.held_values import maker_of
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, keyword, literal, positional
from layerlint.syntax.walk import walk_kinds

# What moves or colours an image by what somebody else has drawn.
_MOVES = ("image.flip_", "image.rot90", "image.adjust_", "image.transpose", "image.crop_to")


def mapped_by(step: cst.Call) -> cst.BaseExpression | None:
    """The function that `map` is called with."""
    is_map = isinstance(step.func, cst.Attribute) and step.func.attr.value == "map"
    return bind(step, ("map_func",)).get("map_func") if is_map else None


def code_of(given: cst.BaseExpression, module: Module) -> cst.CSTNode | None:
    """The body of what `map` is given: a lambda, or a function of the module."""
    if isinstance(given, cst.Lambda):
        return given.body
    function = function_named(given, module)
    return function.body if function is not None else None


def augments(code: cst.CSTNode | None, module: Module) -> bool:
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

    return module.remembered((_done_by, code), find)


def _draws(call: cst.Call, module: Module) -> bool:
    """Whether a call draws anew for each element: no number of Python's, which a graph keeps."""
    known = random_function(module.resolve(call.func))
    return known is not None and not known.at_trace and not known.stateless


def _is_augmentation(call: cst.Call, module: Module) -> bool:
    """Whether a call is of a function or a layer that is for nothing but training."""
    known = random_function(module.resolve(call.func))
    if known is not None:
        return known.training_only and not known.stateless
    if literal(keyword(call, "training")) is False:
        return False
    made = maker_of(call, module)
    return made is not None and _disturbs(made, module)


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
