"""LL514: `from_config` changes the dictionary that it is given, and the caller uses it again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import insert_statement_before
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer
from layerlint.queries.keras_objects import HAS_OBJECTS, classes_of
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, self_attribute
from layerlint.syntax.walk import innermost, is_below, mentions, walk, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.methods import Method

NEEDS = AllOf("from_config", AnyOf(HoldsLayer(), HAS_OBJECTS))

_CHANGES = frozenset({"clear", "pop", "popitem", "setdefault", "update"})


@check(LayerClass, Module, needs=NEEDS)
def from_config_mutates_config(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report the first change, where the module shows somebody who has the dictionary still."""
    for layer in classes_of(subject):
        yield from _class(layer)


def _class(layer: LayerClass) -> Iterator[Finding]:
    method = layer.methods.get("from_config")
    if method is None or not method.is_classmethod or len(method.positional) < 1:
        return
    name = method.positional[0].name
    change = _change(method, name)
    if change is None:
        return
    message = "kept" if _hands_out(layer) else "default" if _used_twice(layer) else None
    if message is not None:
        fields = {"layer": layer.name, "change": method.module.source(change)}
        yield Finding(change, message, fields, fix=_fix(method, name))


def _change(method: Method, name: str) -> cst.CSTNode | None:
    """What changes the argument before it is replaced by a copy."""
    for node in method.own_nodes(cst.AssignTarget, cst.Call, cst.Del):
        match node:
            case cst.AssignTarget(target=target) if is_name(target, name):
                return None
            case cst.Call(func=cst.Attribute(value=owner, attr=cst.Name(value=verb))):
                if is_name(owner, name) and verb in _CHANGES:
                    return node
            case cst.AssignTarget(target=cst.Subscript(value=owner)) if is_name(owner, name):
                return node
            case cst.Del(target=cst.Subscript(value=owner)) if is_name(owner, name):
                return node
    return None


def _hands_out(layer: LayerClass) -> bool:
    """Whether `get_config` returns a dictionary that the layer keeps."""
    method = layer.method("get_config")
    if method is None:
        return False
    returns = [node.value for node in method.own_nodes(cst.Return)]
    return bool(returns) and all(
        value is not None and self_attribute(value, method.self_name) is not None
        for value in returns
    )


def _used_twice(layer: LayerClass) -> bool:
    """Whether a function gives a dictionary to `from_config` and then reads it again."""
    module = layer.module
    return any(
        _again(module, node, argument.value.value)
        for node in walk_kinds(module.tree, cst.Call)
        if _is_from_config(node, layer)
        for argument in node.args[:1]
        if isinstance(argument.value, cst.Name)
    )


def _is_from_config(call: cst.Call, layer: LayerClass) -> bool:
    match call.func:
        case cst.Attribute(value=owner, attr=cst.Name(value="from_config")):
            if isinstance(owner, cst.Name):
                return owner.value in (layer.name, "cls") and not is_below(call, layer.node)
            return isinstance(owner, cst.Attribute) and owner.attr.value == "__class__"
    return False


def _again(module: Module, call: cst.Call, name: str) -> bool:
    """Whether the name is read after the call, or the call itself is repeated."""
    scope = module.function(call)
    nodes = list(walk(scope if scope is not None else module.tree))
    end = module.span(call).end
    outer = innermost(call, cst.For, cst.While, cst.ListComp, cst.GeneratorExp, inside=scope)
    if outer is not None:
        if any(is_name(node.target, name) for node in walk_kinds(outer, cst.AssignTarget)):
            return False
        loop = outer if isinstance(outer, cst.For) else getattr(outer, "for_in", None)
        return loop is None or not mentions(loop.target, name)
    return any(
        is_name(node, name) and module.span(node).start > end
        for node in nodes
        if isinstance(node, cst.Name)
    )


def _fix(method: Method, name: str) -> Fix | None:
    """Work on a copy, from the first statement on."""
    body = method.node.body
    if not isinstance(body, cst.IndentedBlock):
        return None
    first = body.body[1 if method.node.get_docstring() is not None else 0]
    edits = insert_statement_before(method.module, first, f"{name} = dict({name})")
    return Fix("Work on a copy of the config", tuple(edits))
