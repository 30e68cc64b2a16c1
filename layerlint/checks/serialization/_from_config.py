"""What a `from_config` of the class's own gives the constructor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.model.assignments import assigned, values_of
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, literal, positional
from layerlint.syntax.walk import walk_kinds, walk_same_class

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method


def restored(layer: LayerClass, name: str) -> bool:
    """Whether a `from_config` of the class's own may supply the argument.

    It does not where it names it nowhere and hands the config on as a whole.
    """
    method = layer.method("from_config")
    if method is None:
        return False
    handed_on = False
    for node in method.own_nodes():
        if literal(node) == name or (isinstance(node, cst.Name) and node.value == name):
            return True
        if isinstance(node, cst.Call):
            if name in _given_in_order(layer, method, node):
                return True
            handed_on = handed_on or _is_super_from_config(node)
            starred = [argument.value for argument in node.args if argument.star == "**"]
            handed_on = handed_on or any(_is_whole(method, value) for value in starred)
    return not handed_on


def _given_in_order(layer: LayerClass, method: Method, call: cst.Call) -> list[str]:
    """The arguments that `cls(inner, **config)` supplies by their places."""
    constructor = layer.constructor
    if constructor is None or not is_name(call.func, method.self_name):
        return []
    return [each.name for each in constructor.positional][: len(positional(call))]


def _is_super_from_config(call: cst.Call) -> bool:
    return isinstance(call.func, cst.Attribute) and call.func.attr.value == "from_config"


def _is_whole(method: Method, value: cst.BaseExpression) -> bool:
    """Whether a value is the config, and not something of it: `config["options"]`."""
    name = _config_name(method)
    if name is None or _holds(method, value, name):
        return True
    return isinstance(value, cst.Name) and any(
        _holds(method, given, name)
        for given in values_of(value.value, assigned(method.node, method.module, walk_same_class))
    )


def _config_name(method: Method) -> str | None:
    names = [each.name for each in method.parameters if each.kind == "positional"]
    return names[1] if len(names) > 1 else None


def _holds(method: Method, value: cst.BaseExpression, name: str) -> bool:
    """Whether it is made of the config as a whole: `config`, `{**config}`, `config.copy()`."""
    return any(
        node.value == name and not _is_asked_for_an_item(method, node)
        for node in walk_kinds(value, cst.Name)
    )


def _is_asked_for_an_item(method: Method, node: cst.Name) -> bool:
    match parent := method.module.parent(node):
        case cst.Subscript(value=owner):
            return owner is node
        case cst.Attribute(attr=cst.Name("get" | "pop")):
            return isinstance(method.module.parent(parent), cst.Call)
    return False
