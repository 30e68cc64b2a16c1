"""Attributes by their names: `hasattr`, `getattr`, the dictionary of an object."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from layerlint.facts.attributes import BASE_ATTRIBUTES
from layerlint.facts.python import NAME_MAKERS
from layerlint.interpret import assignment, attributes, before, exceptions
from layerlint.interpret.paths import Unwound
from layerlint.interpret.values import (
    ANYTHING,
    PERHAPS_MISSING,
    Value,
    asked,
    chosen,
    constant,
    revised,
    truth,
)
from layerlint.model.constructor import is_plain
from layerlint.syntax import cst

if TYPE_CHECKING:
    from layerlint.interpret.frames import Argument, Frame
    from layerlint.interpret.paths import Path
    from layerlint.interpret.run import Run
    from layerlint.model.layer import LayerClass


def has(owner: Value, name: str, node: cst.CSTNode, frame: Frame, run: Run) -> Value:
    """What `hasattr(owner, name)` says."""
    with run.aside():
        try:
            found = attributes.attribute_of(owner, name, node, frame, run)
        except Unwound:
            return constant(False, derived=True)
    if found.known or found.kind is not None or (found.callees and found.truth):
        return constant(True, derived=found.opaque)
    if owner.path != () or found.derived or (name,) in run.attributes:
        return asked(owner, found)
    return _of_layer(name, run)


def _of_layer(name: str, run: Run) -> Value:
    """Of an attribute of the layer of which no value is known."""
    attribute = run.layer.attributes.get(name)
    if attribute is None or not attribute.bindings:
        # Else whether there is one is for somebody else to say.
        return constant(False) if _nobody_sets(name, run.layer) else Value(picked=True)
    if any(map(before.always_bound, attribute.bindings)):
        return constant(True)
    for binding in attribute.bindings:
        if binding.method is not None and binding.method.name in ("__init__", "build"):
            return ANYTHING
    return PERHAPS_MISSING  # what an earlier call left behind


def _nobody_sets(name: str, layer: LayerClass) -> bool:
    """Whether neither Keras nor any class of the project gives a layer the attribute."""
    if not layer.complete or name.startswith("_") or name in BASE_ATTRIBUTES:
        return False
    if not is_plain(layer.keras_bases):
        return False
    return not any(base.module.says(maker) for base in layer.mro for maker in NAME_MAKERS)


def read(
    owner: Value, name: str, default: Sequence[Value], node: cst.CSTNode, frame: Frame, run: Run
) -> Value:
    """`getattr(owner, name)`, `getattr(owner, name, default)`."""
    asks = bool(default or run.attempts)
    there = has(owner, name, node, frame, run) if asks else constant(True)
    if truth(there) is False and not default:
        raise exceptions.fail("AttributeError", run, owner)
    if truth(there) is False:
        return chosen(default[0])
    if truth(there) is None and there.opaque and not default:
        exceptions.may_fail("AttributeError", node, frame, run)
    found = attributes.attribute_of(owner, name, node, frame, run)
    if (there.opaque or (default and default[0].opaque)) and not found.known:
        return revised(found, picked=True)
    return found


def of_dictionary(
    path: Path, verb: str, given: Sequence[Argument], node: cst.CSTNode, frame: Frame, run: Run
) -> Value | None:
    """`vars(self).update(on=True)`, `self.__dict__.get("on")`."""
    owner = Value(path=path)
    if verb == "update":
        for argument in given:
            named = argument.keyword not in (None, "**")
            pairs = {argument.keyword: argument.value} if named else argument.value.mapping
            for name, value in (pairs or {}).items():
                if isinstance(name, str):
                    inner = (*path, name)
                    assignment.write_attribute(node, inner, "=", value, argument.node, frame, run)
        return constant(None)
    name = given[0].value.const if given else None
    if verb not in ("get", "pop") or not isinstance(name, str):
        return None
    default = [argument.value for argument in given[1:]] or [constant(None)]
    found = read(owner, name, default, node, frame, run)
    if verb == "pop":
        assignment.delete_attribute(owner, name, run)
    return found
