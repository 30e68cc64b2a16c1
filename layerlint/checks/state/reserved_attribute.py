"""LL212: an attribute is assigned that Keras owns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.facts.attributes import unsettable, unsettable_of
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.model.constructor import base_calls
from layerlint.model.layer import LayerClass
from layerlint.queries.own_code import own_methods
from layerlint.queries.target_generation import excused
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, keyword, literal, self_attribute
from layerlint.syntax.walk import around, walk

if TYPE_CHECKING:
    from layerlint.model.methods import Method

_NO_ASSIGNMENT = frozenset({"class", "delete"})


@check(LayerClass, halts_on=(3,))
def reserved_attribute(layer: LayerClass) -> Iterator[Finding]:
    """Report each assignment to a property of Keras that has no setter."""
    if not layer.complete or layer.method("__setattr__") is not None:
        return
    for method in own_methods(layer):
        if method.is_classmethod or not method.self_name:
            continue
        for name, node in _assigned(method):
            found = _message(layer, name)
            if found is None or _is_redefined(layer, name) or _is_doubted(method, name, node):
                continue
            message, owner, generations = found
            yield Finding(
                node,
                message,
                {"attribute": name, "kind": owner},
                fix=None if message == "built-in" else _fix(layer, name, method, node),
                module=method.module,
                generations=generations,
                halts=message != "layers",
            )
        yield from _of_sublayers(layer, method)


def _of_sublayers(layer: LayerClass, method: Method) -> Iterator[Finding]:
    """`self.dense.kernel = ...`, where the weight of the built-in layer is a property."""
    for node in method.own_nodes(cst.AssignTarget):
        match node:
            case cst.AssignTarget(target=cst.Attribute(value=owner, attr=attr) as target):
                held = layer.sublayers.get(self_attribute(owner, method.self_name) or "")
            case _:
                continue
        if held is None or held.keras is None or held.container is not None:
            continue
        refused = {g for g in layer.generations if attr.value in unsettable_of(g, held.keras)}
        if refused and not excused(method.module, node):
            yield Finding(
                target,
                "built-in",
                {"attribute": attr.value, "kind": held.label},
                module=method.module,
                generations=frozenset(refused),
            )


def _assigned(method: Method) -> Iterator[tuple[str, cst.CSTNode]]:
    """The attributes that a method sets, also by `setattr`."""
    module = method.module
    for binding in method.uses[0]:
        if binding.kind in _NO_ASSIGNMENT or binding.container_index:
            continue
        if module.scope_of(binding.node, method.self_name) is method.node:
            yield binding.attribute, binding.node
    for node in method.own_nodes(cst.Call):
        match node:
            case cst.Call(func=cst.Name("setattr"), args=[target, key, _]):
                name = literal(key.value)
                if is_name(target.value, method.self_name) and isinstance(name, str):
                    yield name, node


def _is_redefined(layer: LayerClass, name: str) -> bool:
    """Whether a class gives the name another meaning, as by a property with a setter."""
    return any(
        name in base.methods or any(name == bound.attribute for bound in base.class_bindings)
        for base in layer.mro
    )


def _is_doubted(method: Method, name: str, node: cst.CSTNode) -> bool:
    """Whether the assignment only runs where Keras turns out not to have the attribute."""
    module = method.module
    return excused(module, node) or any(
        self_attribute(part, method.self_name) == name
        for outer in around(node, cst.If)
        for part in walk(outer.test)
    )


def _message(layer: LayerClass, name: str) -> tuple[str, str, frozenset[int]] | None:
    """The message, what owns the attribute, and where that is so."""
    if name == "_layers":
        lies = layer.kind == "layer" and 3 in layer.generations and name in layer.sublayers
        return ("layers", layer.kind, frozenset({3})) if lies else None
    refused = {g for g in layer.generations if name in unsettable(g, layer.kind)}
    if refused:
        return "default", layer.kind, frozenset(refused)
    bases = (*layer.keras_bases, *(["Functional"] if _is_functional(layer) else []))
    for base in bases:
        refused = {g for g in layer.generations if name in unsettable_of(g, base)}
        if refused:
            return "built-in", base.rpartition(".")[2], frozenset(refused)
    return None


def _is_functional(layer: LayerClass) -> bool:
    """Whether the model is made of inputs and outputs."""
    constructor = layer.constructor
    return (
        layer.keras_bases == ("Model",)
        and constructor is not None
        and any(
            keyword(call, "inputs") and keyword(call, "outputs") for call in base_calls(constructor)
        )
    )


def _fix(layer: LayerClass, name: str, method: Method, node: cst.CSTNode) -> Fix | None:
    """Rename the attribute where the class itself uses it."""
    new = f"{name}_"
    known = layer.attributes.get(name)
    if known is None or isinstance(node, cst.Call) or new in layer.attributes:
        return None
    places = [(binding.method, binding.node) for binding in known.bindings]
    places += [(read.method, read.node) for read in known.reads]
    own = [place for user, place in places if user is not None and user.owner is method.owner]
    edits = [
        edit
        for used_node in dict.fromkeys(own)
        if isinstance(used_node, cst.Attribute)
        for edit in replace(method.module, used_node.attr, new)
    ]
    return Fix(f"Rename the attribute to `{new}`", tuple(edits), "unsafe")
