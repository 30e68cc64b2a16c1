"""Where the attributes of a layer are bound and read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from layerlint.syntax import cst
from layerlint.syntax.matching import parts_made, self_attribute

if TYPE_CHECKING:
    from layerlint.model.methods import Method
    from layerlint.model.module import Module

BindingKind = Literal[
    "assign", "augmented", "tuple", "for", "with", "walrus", "annotated", "class", "delete"
]


@dataclass(frozen=True, slots=True)
class Binding:
    """One place that binds `self.<attribute>`, or an item of it (`self.x[i] = v`).

    `value` is None where the bound value has no expression of its own (`for`, `with`, unpacking of
    a call). `method` is None for a name bound in the class body.
    """

    attribute: str
    node: cst.CSTNode
    value: cst.BaseExpression | None
    statement: cst.CSTNode
    method: Method | None
    module: Module
    kind: BindingKind
    container_index: bool = False


@dataclass(frozen=True, slots=True)
class Read:
    """One place that reads `self.<attribute>`."""

    node: cst.Attribute
    method: Method


@dataclass(slots=True)
class Attribute:
    """All that a class does with `self.<name>`, its bases' methods included."""

    name: str
    bindings: list[Binding] = field(default_factory=list)
    reads: list[Read] = field(default_factory=list)


class Attributes(dict[str, Attribute]):
    """Attributes by name; one that goes by a name that is computed is nowhere bound or read."""

    def __missing__(self, name: str) -> Attribute:
        return Attribute(name)


def collect(methods: Iterable[Method]) -> Attributes:
    """The attributes that `methods` bind or read, by name, in source order."""
    found = Attributes()
    for method in methods:
        if not method.self_name:
            continue
        bindings, reads = method.uses
        for binding in bindings:
            entry = found.setdefault(binding.attribute, Attribute(binding.attribute))
            entry.bindings.append(binding)
        for read in reads:
            name = read.node.attr.value
            found.setdefault(name, Attribute(name)).reads.append(read)
    return found


def uses(method: Method) -> tuple[list[Binding], list[Read]]:
    """What one method binds on its instance, and what it reads."""
    bindings = list(_bindings(method))
    bound = {
        binding.node
        for binding in bindings
        if not binding.container_index and binding.kind != "augmented"
    }
    reads = [
        Read(node, method)
        for node in method.own_nodes(cst.Attribute)
        if self_attribute(node, method.self_name) is not None and node not in bound
    ]
    return bindings, reads


def _bindings(method: Method) -> Iterator[Binding]:
    for node in method.own_nodes(
        cst.Assign,
        cst.AnnAssign,
        cst.AugAssign,
        cst.NamedExpr,
        cst.For,
        cst.CompFor,
        cst.AsName,
        cst.Del,
    ):
        match node:
            case cst.Assign(targets=targets, value=value):
                for each in targets:
                    alone = not isinstance(each.target, (cst.Tuple, cst.List))
                    kind: BindingKind = "assign" if alone else "tuple"
                    yield from _target(each.target, value, node, method, kind)
            case cst.AnnAssign(target=target, value=value) if value is not None:
                yield from _target(target, value, node, method, "annotated")
            case cst.AugAssign(target=target, value=value):
                yield from _target(target, value, node, method, "augmented")
            case cst.NamedExpr(target=target, value=value):
                yield from _target(target, value, node, method, "walrus")
            case cst.For(target=target) | cst.CompFor(target=target):
                yield from _target(target, None, node, method, "for")
            case cst.AsName(name=target):
                yield from _target(target, None, node, method, "with")
            case cst.Del(target=target):
                yield from _target(target, None, node, method, "delete")


def _target(
    target: cst.BaseExpression,
    value: cst.BaseExpression | None,
    statement: cst.CSTNode,
    method: Method,
    kind: BindingKind,
) -> Iterator[Binding]:
    for part, own in parts_made(target, value):
        is_item = isinstance(part, cst.Subscript)
        bound = part.value if isinstance(part, cst.Subscript) else part
        name = self_attribute(bound, method.self_name)
        if name is not None:
            home = method.module
            yield Binding(name, bound, own, statement, method, home, kind, container_index=is_item)
