"""How the code shows that an argument of `__init__` is an object and not a plain value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.facts.members import LAYER_MEMBERS
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name
from layerlint.syntax.walk import innermost, walk_kinds, walk_same_class

if TYPE_CHECKING:
    from layerlint.model.constructor import Argument
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method


def object_evidence(layer: LayerClass, argument: Argument, *, guarded: bool = False) -> str | None:
    """How the code shows that an argument is an object, None where it may be a plain value.

    `"called"`, `"built"` or `"read"`, by what is done with it or with the attribute that holds it;
    `"items called"` where it is a list of things that are called.
    With `guarded` what is only done on some paths counts as well.
    """
    weakest = None
    for evidence in _evidences(layer, argument, guarded):
        if evidence != "read":
            return evidence
        weakest = evidence
    return weakest


def _evidences(layer: LayerClass, argument: Argument, guarded: bool) -> Iterator[str]:
    constructor = layer.constructor
    if constructor is None or argument.rebound:
        return
    module = constructor.module
    for node in module.facts(constructor.node, _uses_of_names).get(argument.name, []):
        evidence = _evidence(constructor, node, guarded)
        if evidence is not None:
            yield evidence
    for attribute in argument.given:
        if len(layer.attributes[attribute].bindings) != 1:
            continue
        for read in layer.attributes[attribute].reads:
            around = read.method.module.parent(read.node)
            if around is None or _used(around) is not read.node:
                continue
            evidence = _evidence(read.method, around, guarded)
            if evidence is not None:
                yield evidence


def _used(node: cst.CSTNode) -> cst.CSTNode | None:
    """What is looped over, called, or asked for an attribute."""
    match node:
        case cst.For(iter=used) | cst.Call(func=used) | cst.Attribute(value=used):
            return used
    return None


def _uses_of_names(function: cst.FunctionDef) -> dict[str, list[cst.CSTNode]]:
    """What is done with the names of a function, by these, in source order."""
    found: dict[str, list[cst.CSTNode]] = {}
    for node in walk_same_class(function, cst.For, cst.Call, cst.Attribute):
        used = _used(node)
        if isinstance(used, cst.Name):
            found.setdefault(used.value, []).append(node)
    return found


def _evidence(method: Method, node: cst.CSTNode, guarded: bool) -> str | None:
    """What it shows of an object that something is done with it."""
    match node:
        case cst.For(target=cst.Name(value=item), body=body):
            if not _calls(body, item) or (not guarded and _guarded(method, node)):
                return None
            return "items called"
        case cst.Call():
            return None if not guarded and _guarded(method, node) else "called"
        case cst.Attribute(attr=cst.Name(value=member)):
            if member in _PLAIN_MEMBERS or (not guarded and _guarded(method, node)):
                return None
            return "built" if member in LAYER_MEMBERS else "read"
    return None


def _calls(body: cst.CSTNode, name: str) -> bool:
    return any(is_name(part.func, name) for part in walk_kinds(body, cst.Call))


def _guarded(method: Method, node: cst.CSTNode) -> bool:
    """Whether a test or a `try` stands around the node: what it does may not happen at all."""
    kinds = (cst.If, cst.IfExp, cst.Try, cst.BooleanOperation, cst.Lambda)
    return innermost(node, *kinds, inside=method.node) is not None


# Attributes of numbers, strings, lists, tuples, dictionaries and dtypes.
_PLAIN_MEMBERS = frozenset(
    {name for kind in (str, int, float, list, tuple, dict) for name in dir(kind)}
)
