"""Whether a parameter `mask` is one of Keras, about the time steps of the input.

Attention takes a `mask` of scores, and layers over pairs one of pairs: those the caller fills, and
they say nothing about the steps of what is returned.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from layerlint.facts.operations import AXIS_CHANGES
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, literal, self_attribute
from layerlint.syntax.walk import mentions

if TYPE_CHECKING:
    from layerlint.model.methods import Method


def masks_steps(call: Method) -> bool:
    """Whether `call` puts its mask on the steps, and keeps the axes of everything else.

    The mask is widened by a last axis, as `[batch, steps]` has to be, or handed to a sublayer: as
    `mask`, and where the module itself makes Keras masks in any other way.
    """
    masks = _masks(call)
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
                if self_attribute(function, call.self_name) is not None:
                    widened = widened or any(_hands_on(each, masks, made) for each in args)
    return widened


def _hands_on(argument: cst.Arg, masks: set[str], made: bool) -> bool:
    if made:
        return isinstance(argument.value, cst.Name) and argument.value.value in masks
    named = argument.keyword is not None and argument.keyword.value == "mask"
    return named and is_name(argument.value, "mask")


def _masks(call: Method) -> set[str]:
    """The mask, and the names that hold what is made of nothing else."""
    found = {"mask"}
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
