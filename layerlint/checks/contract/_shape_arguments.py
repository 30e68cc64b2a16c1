"""The shapes that Keras passes to `build` and its like, and what is done with them."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Literal

from layerlint.model.methods import Method
from layerlint.queries.called_functions import arguments, function_called
from layerlint.syntax import cst
from layerlint.syntax.matching import GIVERS, names_given, self_attribute
from layerlint.syntax.walk import mentions

Part = Literal["shape", "entry", "inner"]


def shape_parameters(method: Method) -> Iterator[str]:
    """The parameters that Keras fills with shapes."""
    for index, parameter in enumerate(method.positional):
        if index == 0 or parameter.name.endswith("_shape"):
            yield parameter.name


def handed_on(method: Method, names: Set[str]) -> Iterator[tuple[Method, str]]:
    """The functions of the project that a method gives a shape to, and their name for it."""
    for call in method.own_nodes(cst.Call):
        helper = _helper(call, method)
        if helper is None or helper.decorators:
            continue
        for name, given in arguments(call, helper.node, helper.module).items():
            if isinstance(given, cst.Name) and given.value in names and helper.takes(name):
                yield helper, name


def _helper(call: cst.Call, method: Method) -> Method | None:
    """The method, or function of the module, that a call runs."""
    attribute = self_attribute(call.func, method.self_name) if method.self_name else None
    if attribute is not None:
        return method.owner.method(attribute)
    node = function_called(call, method.module)
    return Method(node, method.owner) if node is not None else None


def with_parts(method: Method, names: Set[str]) -> set[str]:
    """The names of shapes, and those that hold nothing but a part of one: `s = shape[1:]`."""
    parts = {
        target.target.value
        for node in method.own_nodes(cst.Assign)
        if isinstance(node.value, cst.Subscript) and shape_part(node.value, names) == "shape"
        for target in node.targets
        if isinstance(target.target, cst.Name) and not is_converted(method, target.target.value, 1)
    }
    return parts | names


def is_converted(method: Method, name: str, own: int = 0) -> bool:
    """Whether the method gives the name another value than its own, or asks what type it has."""
    return _times_bound(method, name) > own or _type_is_asked(method, name)


def unpacked(method: Method, names: Set[str]) -> set[str]:
    """The locals that hold an entry of a shape, `queries, values = input_shape`, and no more."""
    found = [
        element.value.value
        for node in method.own_nodes(cst.Assign)
        if shape_part(node.value, names) == "shape"
        for target in node.targets
        if isinstance(target.target, (cst.Tuple, cst.List))
        for element in target.target.elements
        if isinstance(element, cst.Element) and isinstance(element.value, cst.Name)
    ]
    return {
        name
        for name in found
        if _times_bound(method, name) == 1 and not _type_is_asked(method, name)
    }


def shape_part(node: cst.CSTNode, names: Set[str], entries: Set[str] = frozenset()) -> Part | None:
    """What an expression is of the shapes called `names`, of which `entries` hold an entry each.

    `"shape"` is one of them or a slice, `"entry"` a number in it, `"inner"` an entry that is used
    like a shape itself: the shape of one of several inputs.
    """
    if isinstance(node, cst.Name):
        return "shape" if node.value in names else "inner" if node.value in entries else None
    if not isinstance(node, cst.Subscript) or len(node.slice) != 1:
        return None
    owner = shape_part(node.value, names, entries)
    if owner is None:
        return None
    if isinstance(node.slice[0].slice, cst.Slice):
        return "inner" if owner == "inner" else "shape"
    return "inner" if owner == "shape" else "entry"


def _times_bound(method: Method, name: str) -> int:
    bound = (names_given(node) for node in method.own_nodes(*GIVERS))
    return [each for names in bound for each in names].count(name)


def _type_is_asked(method: Method, name: str) -> bool:
    for node in method.own_nodes(cst.Call):
        match node:
            case cst.Call(func=cst.Name(value="isinstance" | "hasattr" | "type"), args=arguments):
                if arguments and mentions(arguments[0].value, name):
                    return True
    return False
