"""LL704: `add_weight` is called with positional arguments, whose order differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.facts.weights import parameters
from layerlint.findings import Finding
from layerlint.fixes.edit import Edit, Fix
from layerlint.fixes.rewrite import insert_before, replace
from layerlint.model.layer import LayerClass
from layerlint.model.origins import local_values, place_of
from layerlint.queries.target_generation import excused
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, is_super_call, keyword, literal, self_attribute

if TYPE_CHECKING:
    from layerlint.model.methods import Method

_FUNCTIONS = ("add_weight", "add_variable")


@check(LayerClass, judged_by="target", halts_on=(3,), tests=True)
def add_weight_positional(layer: LayerClass) -> Iterator[Finding]:
    """Report calls whose first argument is by position a name, or a shape."""
    if not layer.complete or layer.method("add_weight") is not None:
        return
    for method in layer.methods.values():
        for call in method.own_nodes(cst.Call):
            if not call.args:
                continue
            function = _function(layer, method, call)
            first = call.args[0]
            if function is None or first.star or first.keyword is not None:
                continue
            kind = _kind(layer, method, call)
            if kind is not None and not excused(layer.module, call):
                generation = 3 if kind == "name" else 2
                yield Finding(
                    first,
                    kind,
                    {"function": function},
                    fix=_fix(layer, call, function, parameters(5 - generation)),
                    generations=frozenset({generation}),
                )


def _function(layer: LayerClass, method: Method, call: cst.Call) -> str | None:
    """The method that is called, also by an alias: `make = self.add_weight`."""
    match call.func:
        case cst.Attribute(value=owner, attr=cst.Name(value=name)) if name in _FUNCTIONS:
            own = self_attribute(call.func, method.self_name) is not None
            return name if own or is_super_call(owner) else None
        case cst.Name(value=alias):
            for value, container in local_values(alias, place_of(layer, method)):
                if container is None and isinstance(value, cst.Attribute):
                    attribute = self_attribute(value, method.self_name)
                    if attribute in _FUNCTIONS:
                        return attribute
    return None


def _kind(layer: LayerClass, method: Method, call: cst.Call) -> str | None:
    """Whether the first argument is a `"name"` or a `"shape"`, None where that cannot be told."""
    first = call.args[0].value
    if _is_text(first) or keyword(call, "shape") is not None:
        return "name"
    if keyword(call, "name") is not None or isinstance(first, (cst.Tuple, cst.List)):
        return "shape"
    if isinstance(first, cst.Name):
        values = [value for value, _ in local_values(first.value, place_of(layer, method))]
        if values and all(_is_text(value) for value in values):
            return "name"
        if values and all(isinstance(value, (cst.Tuple, cst.List)) for value in values):
            return "shape"
        if is_name(first, "name"):
            return "name"
        if is_name(first, "shape"):
            return "shape"
    return None


def _is_text(node: cst.BaseExpression) -> bool:
    match node:
        case cst.FormattedString() | cst.ConcatenatedString():
            return True
        case cst.SimpleString():
            return isinstance(literal(node), str)
        case cst.BinaryOperation(left=left, operator=cst.Add() | cst.Modulo(), right=right):
            return _is_text(left) or (isinstance(node.operator, cst.Add) and _is_text(right))
        case cst.Call(func=cst.Attribute(value=value, attr=cst.Name("format"))):
            return _is_text(value)
    return False


def _fix(layer: LayerClass, call: cst.Call, function: str, names: Sequence[str]) -> Fix | None:
    """Name the positional arguments by the order of the generation that they were written for."""
    edits: list[Edit] = []
    given = {argument.keyword.value for argument in call.args if argument.keyword}
    for index, argument in enumerate(call.args):
        if argument.keyword is not None or argument.star == "**":
            continue
        if argument.star or index >= len(names) or names[index] in given:
            return None
        edits += insert_before(layer.module, argument.value, f"{names[index]}=")
    if function == "add_variable":
        # On Keras 3 that one cannot do without an initializer.
        if not isinstance(call.func, cst.Attribute):
            return None
        edits += replace(layer.module, call.func.attr, "add_weight")
    return Fix("Name the arguments", tuple(edits), "safe")
