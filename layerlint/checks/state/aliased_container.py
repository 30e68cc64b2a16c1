"""LL218: a container is filled after Keras 3 has stored a copy of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from layerlint.checks.state._exclusive_branches import exclusive
from layerlint.checks.state._layers_with_weights import container_kind
from layerlint.declaration import check
from layerlint.facts.containers import unnoticed
from layerlint.facts.python import CONTAINER_CHANGES
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.model.layer import LayerClass
from layerlint.model.origins import local_values, origins, place_of
from layerlint.model.sublayers import constructed
from layerlint.model.weights import creation
from layerlint.queries.called_functions import arguments, function_called
from layerlint.queries.local_bindings import names_in
from layerlint.queries.own_code import own_methods
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, literal, self_attribute
from layerlint.syntax.walk import (
    begin_in_order,
    begins_before,
    is_behind,
    is_label,
    mentions,
    walk_same_function,
)

if TYPE_CHECKING:
    from layerlint.model.methods import Method


@dataclass(frozen=True, slots=True)
class _Alias:
    """A local name whose container an attribute is given; None for a computed attribute."""

    name: str
    attribute: str | None
    label: str
    statement: cst.CSTNode
    container: str | None


@check(LayerClass)
def aliased_container(layer: LayerClass) -> Iterator[Finding]:
    """Report the first change of a container that an attribute was given before."""
    if 3 not in layer.generations:
        return
    for method in own_methods(layer):
        if not method.self_name or method.is_classmethod:
            continue
        for alias in _aliases(layer, method):
            changes = [
                node for node in _changes(method, alias) if not _is_undone(method, alias, node)
            ]
            if changes and _matters(layer, method, alias, changes):
                yield Finding(
                    changes[0],
                    fields={"alias": alias.name, "attribute": alias.label},
                    fix=_fix(method, alias, changes),
                    module=method.module,
                )


def _aliases(layer: LayerClass, method: Method) -> Iterator[_Alias]:
    for node in walk_same_function(method.node, cst.Assign, cst.AnnAssign, cst.Call):
        match node:
            case cst.Assign(targets=targets, value=value):
                names = [
                    target.target.value for target in targets if isinstance(target.target, cst.Name)
                ]
                names += [value.value] if isinstance(value, cst.Name) else []
                for target in targets:
                    attribute = self_attribute(target.target, method.self_name)
                    for name in names if attribute is not None else ():
                        container = _container(layer, method, name)
                        yield _Alias(name, attribute, attribute or "", node, container)
            case cst.AnnAssign(target=target, value=cst.Name(value=name)):
                attribute = self_attribute(target, method.self_name)
                if attribute is not None:
                    container = _container(layer, method, name)
                    yield _Alias(name, attribute, attribute, node, container)
            case cst.Call(
                func=cst.Attribute(value=owner, attr=cst.Name("append")),
                args=[cst.Arg(value=cst.Name(value=name))],
            ):
                # A list within a tracked list is stored as a copy as well.
                attribute = self_attribute(owner, method.self_name)
                if attribute is not None:
                    yield _Alias(name, None, attribute, node, _container(layer, method, name))
            case cst.Call(func=cst.Name("setattr"), args=[target, key, given]):
                if is_name(target.value, method.self_name) and isinstance(given.value, cst.Name):
                    text = literal(key.value)
                    label = text if isinstance(text, str) else method.module.source(key.value)
                    name = given.value.value
                    yield _Alias(name, None, label, node, _container(layer, method, name))


def _container(layer: LayerClass, method: Method, name: str) -> str | None:
    """What the local name stands for: a `"list"`, `"dict"` or `"set"`, None where unknown."""
    found = set()
    for value, put_in in local_values(name, place_of(layer, method)):
        if put_in is None:
            found.add(container_kind(value, method.module))
    return found.pop() if len(found) == 1 else None


def _changes(method: Method, alias: _Alias) -> list[cst.CSTNode]:
    """The places behind the assignment where the container is changed through its local name."""
    module = method.module
    found: list[cst.CSTNode] = []
    changes = [
        *module.facts(method.node.body, _changed_names).get(alias.name, []),
        *_changed_by_functions(alias.name, method),
    ]
    changes.sort(key=begin_in_order)
    behind = bisect_left(changes, True, key=lambda each: is_behind(each, alias.statement))
    for node in islice(changes, behind, None):
        if exclusive(module, alias.statement, node):
            continue
        if isinstance(node, cst.Assign) and any(
            is_name(each.target, alias.name) for each in node.targets
        ):
            break
        found.append(node)
    return found


def _changed_names(body: cst.CSTNode) -> dict[str, list[cst.CSTNode]]:
    """The places of a function, in source order, that change what a name stands for, or bind it."""
    found: dict[str, list[cst.CSTNode]] = {}
    for node in walk_same_function(body, cst.Call, cst.Assign, cst.AugAssign, cst.Del):
        for name in dict.fromkeys(_changed_by(node)):
            found.setdefault(name, []).append(node)
    return found


def _changed_by_functions(name: str, method: Method) -> Iterator[cst.Call]:
    """The calls of functions of the module that change what they are handed under a name."""
    module = method.module
    for call in walk_same_function(method.node.body, cst.Call):
        own = function_called(call, module)
        if own is None:
            continue
        for parameter, value in arguments(call, own, module).items():
            if is_name(value, name):
                changes = module.facts(own.body, _changed_names).get(parameter, [])
                if changes and not any(map(_binds, changes)):
                    yield call
                    break


def _binds(change: cst.CSTNode) -> bool:
    """Whether it may give the name something else, which is changed in its place."""
    match change:
        case cst.Assign(targets=targets):
            return any(isinstance(each.target, cst.Name) for each in targets)
    return False


def _changed_by(node: cst.CSTNode) -> Iterator[str]:
    """The names that a node gives something else, or changes what they stand for."""
    match node:
        case cst.Call(func=cst.Attribute(value=cst.Name(value=name), attr=cst.Name(value=verb))):
            if verb in CONTAINER_CHANGES:
                yield name
        case cst.Assign(targets=targets):
            for each in targets:
                yield from _changed_through(each.target)
        case cst.AugAssign(target=target):
            yield from _changed_through(target)
        case cst.Del(target=cst.Subscript() as item):
            yield from _changed_through(item)


def _changed_through(target: cst.CSTNode) -> Iterator[str]:
    """The name of `name` and of `name[key]`."""
    match target:
        case cst.Name(value=name) | cst.Subscript(value=cst.Name(value=name)):
            yield name


def _is_undone(method: Method, alias: _Alias, change: cst.CSTNode) -> bool:
    """Whether the attribute is given the container once more, behind the change."""
    for binding in method.uses[0]:
        if binding.attribute != alias.attribute or binding.value is None:
            continue
        if begins_before(change, binding.node) and mentions(binding.value, alias.name):
            return True
    return False


def _matters(layer: LayerClass, method: Method, alias: _Alias, changes: list[cst.CSTNode]) -> bool:
    """Whether a layer or weight is lost, or something that is read back from the attribute."""
    place = place_of(layer, method)
    lost = any(
        constructed(origin.call, origin.place) != (None, None)
        or creation(origin.call, origin.place) is not None
        for change in changes
        for part in _added(change)
        for origin in origins(part, place)
    )
    if lost:
        return alias.container is not None or method.takes(alias.name)
    if alias.container is None or alias.attribute is None:
        return False
    known = layer.attributes.get(alias.attribute)
    return known is not None and bool(known.reads)


def _added(change: cst.CSTNode) -> Iterator[cst.BaseExpression]:
    match change:
        case cst.Call(args=arguments):
            yield from (argument.value for argument in arguments)
        case cst.Assign(value=value) | cst.AugAssign(value=value):
            yield value


def _fix(method: Method, alias: _Alias, changes: list[cst.CSTNode]) -> Fix | None:
    """Use the attribute wherever the local name is used behind the assignment."""
    handed = any(isinstance(change, cst.Call) and _is_handed(change) for change in changes)
    if alias.attribute is None or handed or any(_is_unnoticed(each, alias) for each in changes):
        return None
    module = method.module
    edits = []
    for node in module.facts(method.node.body, names_in).get(alias.name, []):
        if not is_behind(node, alias.statement):
            continue
        if exclusive(module, alias.statement, node) or is_label(node):
            continue
        if module.scope_of(node, alias.name) is not method.node:
            return None
        edits += replace(module, node, f"{method.self_name}.{alias.attribute}")
    return Fix("Change the attribute instead", tuple(edits))


def _is_handed(call: cst.Call) -> bool:
    return isinstance(call.func, cst.Name)


def _is_unnoticed(change: cst.CSTNode, alias: _Alias) -> bool:
    """Whether Keras would not notice the change of the attribute either."""
    container = alias.container or "list"
    match change:
        case cst.Assign() | cst.AugAssign(target=cst.Subscript()):
            return unnoticed(3, container, "[]=")
        case cst.Call(func=cst.Attribute(attr=cst.Name(value=verb))):
            return unnoticed(3, container, verb)
    return False
