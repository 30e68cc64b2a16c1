"""LL425: a name with a slash, which Keras 3 refuses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.facts.namespaces import keras_name, namespace
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Given, Passed, Text
from layerlint.queries.straight_values import expression_behind
from layerlint.queries.unpacked_mappings import given_by_mapping
from layerlint.syntax import cst
from layerlint.syntax.matching import (
    is_method_of_super,
    is_name,
    is_super_call,
    keyword,
    literal,
)
from layerlint.syntax.walk import around, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.methods import Method

# The text may stand where it is given, or begin a string that is given by its name.
NEEDS = AnyOf(
    Given("name", "/"),
    AllOf(Passed("name"), AnyOf(Text('"/'), Text("'/"))),
    AllOf(AnyOf(Text('"name":'), Text("'name':")), Text("(**"), Text("/")),
    AllOf("setdefault", AnyOf(Text('("name"'), Text("('name'")), Text("/")),
)


@check(Module, needs=NEEDS, halts_on=(3,), tests=True)
def invalid_layer_name(module: Module) -> Iterator[Finding]:
    """Report names of layers, models and weights that certainly hold a slash."""
    for node in walk_kinds(module.tree, cst.Call):
        given = _default_name(node, module)
        if given is None and _names(node, module):
            named = keyword(node, "name")
            given = named if named is not None else given_by_mapping("name", node, module)
        if given is not None and _has_slash(given, module) and not _is_expected(node, module):
            yield Finding(given, fields={"name": module.source(given)})


def _default_name(call: cst.Call, module: Module) -> cst.BaseExpression | None:
    """What `kwargs.setdefault("name", …)` in a constructor makes the name of its layer."""
    match call:
        case cst.Call(
            func=cst.Attribute(value=cst.Name(value=owner), attr=cst.Name("setdefault")),
            args=[cst.Arg(value=key), cst.Arg(value=given)],
        ) if literal(key) == "name" and _is_of_keras3(layer := module.class_of(call)):
            constructor = layer.methods.get("__init__") if layer is not None else None
            if constructor is not None and module.function(call) is constructor.node:
                return given if _hands_on(constructor, owner) else None
    return None


def _hands_on(constructor: Method, name: str) -> bool:
    """Whether the arguments of that name go on to the base, unpacked."""
    return any(
        argument.star == "**" and is_name(argument.value, name)
        for call in constructor.own_nodes(cst.Call)
        if is_method_of_super(call)
        for argument in call.args
    )


def _is_expected(call: cst.Call, module: Module) -> bool:
    """Whether a test waits for the exception."""
    return any(
        "raises" in module.source(item.item).lower()
        for outer in around(call, cst.With)
        for item in outer.items
    )


def _names(call: cst.Call, module: Module) -> bool:
    """Whether a call makes a layer, a model or a weight of one, or hands the name to its base.

    Those of `tf_keras`, and classes of the project that extend them, are Keras 2 for good.
    """
    match call.func:
        case cst.Attribute(value=cst.Name(value="self"), attr=cst.Name(value="add_weight")):
            return _is_of_keras3(module.class_of(call))
        case cst.Attribute(value=owner, attr=cst.Name(value="__init__")) if is_super_call(owner):
            return _is_of_keras3(module.class_of(call))
    resolved = module.resolve(call.func)
    if resolved is None or namespace(resolved) == "tf_keras":
        return False
    name = keras_name(resolved) or ""
    if name in ("Model", "Sequential", "Variable", "Input"):
        return True
    if name.startswith("layers.") and name.rpartition(".")[2][:1].isupper():
        return name != "layers.InputSpec"
    return _is_of_keras3(module.project.find_layer(resolved, module.path))


def _is_of_keras3(layer: LayerClass | None) -> bool:
    return layer is not None and 3 in layer.generations


def _has_slash(value: cst.BaseExpression, module: Module) -> bool:
    """Whether text with a slash goes into a value, also by way of one name."""
    return _slash_in(expression_behind(value, value, module), module)


def _slash_in(value: cst.BaseExpression, module: Module) -> bool:
    match value:
        case cst.FormattedString(parts=parts):
            return any(
                isinstance(part, cst.FormattedStringText) and "/" in part.value for part in parts
            )
        case cst.BinaryOperation(left=left, operator=cst.Add(), right=right):
            return _slash_in(left, module) or _slash_in(right, module)
        case cst.BinaryOperation(left=template, operator=cst.Modulo()):
            return _is_text_with_slash(template)
        case cst.Call(func=cst.Attribute(value=template, attr=cst.Name(value="format"))):
            return _is_text_with_slash(template)
        case cst.Call(
            func=cst.Attribute(value=glue, attr=cst.Name("join")),
            args=[cst.Arg(value=cst.List(elements=parts) | cst.Tuple(elements=parts))],
        ) if len(parts) > 1:
            return _is_text_with_slash(glue)
    return _is_text_with_slash(expression_behind(value, value, module))


def _is_text_with_slash(value: cst.BaseExpression) -> bool:
    found = literal(value)
    return isinstance(found, str) and "/" in found
