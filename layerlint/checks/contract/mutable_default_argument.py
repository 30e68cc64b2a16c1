"""LL412: a mutable default argument is changed, and with it every later layer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.facts.python import CONTAINER_CHANGES
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import insert_statement_before, replace
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AnyOf, HoldsLayer
from layerlint.queries.keras_objects import HAS_OBJECTS, classes_of, is_object
from layerlint.queries.traced_code import short
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, self_attribute
from layerlint.syntax.walk import mentions, walk_same_class

if TYPE_CHECKING:
    from layerlint.model.methods import Method, Parameter

_MAKERS = frozenset({"list", "dict", "set"})


@check(LayerClass, Module, needs=AnyOf(HoldsLayer(), HAS_OBJECTS))
def mutable_default_argument(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report changes of defaults in `__init__` and `call`, and of what was stored of them."""
    for layer in classes_of(subject):
        yield from _class(layer)


def _class(layer: LayerClass) -> Iterator[Finding]:
    for name in ("__init__", "call"):
        method = layer.methods.get(name)
        if method is None or layer.kind == "mixin":
            continue
        for parameter in method.parameters:
            if not _is_mutable(parameter.default) or _is_rebound(method, parameter.name):
                continue
            change = next(
                (node for node in walk_same_class(method.node.body) if _changes(node, parameter)),
                None,
            )
            if change is not None:
                yield _finding("default", change, method, parameter)
            elif name == "__init__" and not is_object(layer):
                yield from _stored(layer, method, parameter)


def _stored(layer: LayerClass, method: Method, parameter: Parameter) -> Iterator[Finding]:
    """The attribute that holds the default is changed: Keras 2 keeps the very object."""
    for attribute in layer.attributes.values():
        held = [
            binding
            for binding in attribute.bindings
            if binding.method is method and is_name(binding.value, parameter.name)
        ]
        if not held or len(attribute.bindings) != 1:
            continue
        for read in attribute.reads:
            if _changed_by(read.method.module.parent(read.node), read.node, read.method):
                yield _finding("stored", read.node, method, parameter, read.method)
                return


def _is_mutable(default: cst.BaseExpression | None) -> bool:
    match default:
        case cst.List() | cst.Dict() | cst.Set():
            return True
        case cst.Call(func=cst.Name(value=maker)):
            return maker in _MAKERS
    return False


def _is_rebound(method: Method, name: str) -> bool:
    return any(
        (isinstance(node, cst.AssignTarget) and is_name(node.target, name))
        or (isinstance(node, cst.For) and is_name(node.target, name))
        for node in walk_same_class(method.node.body)
    )


def _changes(node: cst.CSTNode, parameter: Parameter) -> bool:
    """Whether a node changes the object behind the parameter in place."""
    match node:
        case cst.Call(func=cst.Attribute(value=owner, attr=cst.Name(value=verb))):
            return verb in CONTAINER_CHANGES and is_name(owner, parameter.name)
        case cst.AssignTarget(target=cst.Subscript(value=owner)):
            return is_name(owner, parameter.name)
        case cst.Del(target=cst.Subscript(value=owner)):
            return is_name(owner, parameter.name)
        case cst.AugAssign(target=target):
            return is_name(target, parameter.name)
    return False


def _changed_by(parent: cst.CSTNode | None, node: cst.Attribute, method: Method) -> bool:
    """The same for an attribute, given what stands around it."""
    match parent:
        case cst.Attribute(attr=cst.Name(value=verb)) if verb in CONTAINER_CHANGES:
            call = method.module.parent(parent)
            return isinstance(call, cst.Call) and call.func is parent
        case cst.Subscript(value=owner) if owner is node:
            around = method.module.parent(parent)
            return isinstance(around, (cst.AssignTarget, cst.Del))
    return self_attribute(node, method.self_name) is not None and isinstance(parent, cst.AugAssign)


def _finding(
    message: str,
    change: cst.CSTNode,
    method: Method,
    parameter: Parameter,
    changing: Method | None = None,
) -> Finding:
    module = method.module
    statement = module.statement(change) if changing is None else changing.module.statement(change)
    owner = changing or method
    fields = {
        "parameter": parameter.name,
        "change": short(owner.module, statement),
    }
    return Finding(
        parameter.node,
        message,
        fields,
        fix=_fix(method, parameter),
        generations=frozenset({2}) if message == "stored" else None,
    )


def _fix(method: Method, parameter: Parameter) -> Fix | None:
    """Make a new object in each call, in front of the first statement that reads the name."""
    module, default = method.module, parameter.default
    body = method.node.body
    if default is None or not isinstance(body, cst.IndentedBlock):
        return None
    name = parameter.name
    first = next(
        (each for each in body.body if mentions(each, name)),
        None,
    )
    if first is None:
        return None
    text = f"if {name} is None:\n    {name} = {module.source(default)}"
    edits = [*replace(module, default, "None"), *insert_statement_before(module, first, text)]
    return Fix("Make a new one in each call", tuple(edits))
