"""What Keras passes to `call`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from layerlint.interpret.tensors.fact import PYTHON, UNKNOWN, Fact, is_mask_name
from layerlint.model.call_override import filled_arguments
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, dotted, literal

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method, Parameter

_PYTHON_TYPES = frozenset({"bool", "int", "str", "float", "dict", "Callable"})
_INDICES = re.compile(r"(?:^|_)(?:ind(?:ex|ices|exes)|idx|perm|permutation|order)(?:_|$)")


def entry_facts(layer: LayerClass, method: Method) -> dict[str, Fact]:
    """The facts of the parameters of `call`, by name."""
    return dict(_entered(layer, method))


def _entered(layer: LayerClass, method: Method) -> Iterator[tuple[str, Fact]]:
    """The arguments with which Keras enters `call`."""
    first = True
    given = filled_arguments(layer)
    for parameter in method.parameters:
        if parameter.name == method.self_name or parameter.kind in ("varargs", "varkw"):
            continue
        fact = _compared(parameter) if layer.kind == "loss" else _argument(parameter, first)
        if first and fact.kind == "input" and _is_taken_apart(method, parameter.name):
            fact = replace(fact, item=replace(fact, steps=False, whole=False))
        yield parameter.name, replace(fact, given=True) if parameter.name in given else fact
        first = False


def _is_taken_apart(method: Method, name: str) -> bool:
    """Whether `call` uses `inputs[0]` and `inputs[1]`: then it is given a list of tensors."""
    found = set()
    for node in method.own_nodes(cst.Subscript):
        match node:
            case cst.Subscript(
                value=cst.Name(value=owner),
                slice=[cst.SubscriptElement(slice=cst.Index(value=cst.Integer(value=index)))],
            ) if owner == name:
                found.add(index)
    return len(found) > 1


def _compared(parameter: Parameter) -> Fact:
    """What a loss is given: targets and predictions, of which nothing is cast."""
    return Fact("input", batch=True) if parameter.default is None else UNKNOWN


def _argument(parameter: Parameter, first: bool) -> Fact:
    name = parameter.name
    annotation = dotted(parameter.annotation) if parameter.annotation is not None else None
    if name == "training":
        return UNKNOWN
    mask = is_mask_name(name)
    if first:
        # Keras 2 casts the first argument alone.
        return Fact("input", batch=True, dtype="compute", steps=True, whole=True, mask=mask)
    default = literal(parameter.default)
    if isinstance(default, bool):
        # Neither `fit` nor `predict` passes such a switch: what it excludes is never traced there.
        return Fact("python", truth=default)
    if annotation is not None and annotation.rpartition(".")[2] in _PYTHON_TYPES:
        return PYTHON
    if parameter.default is not None and default is not None:
        return PYTHON if default is not NOT_LITERAL else UNKNOWN
    # Indices are often one list for the whole batch.
    batch = parameter.default is None and _INDICES.search(name) is None
    return Fact(batch=batch, dtype="compute", generations=frozenset({3}), mask=mask)
