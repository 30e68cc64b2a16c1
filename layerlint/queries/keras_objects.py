"""Losses, metrics, regularizers, initializers and constraints that a module defines.

Like layers they have a constructor and a `get_config`; they are no layers, and are found by the
base that a class names, directly or through other classes of the module.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import libcst as cst

from layerlint.model.calls import self_attribute
from layerlint.model.methods import Parameter, parameters_of
from layerlint.model.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.module import Module

ObjectKind = Literal["loss", "metric", "regularizer", "initializer", "constraint"]

# Where Keras has them, and what the base class is called.
_HOMES: dict[str, tuple[ObjectKind, str]] = {
    "losses": ("loss", "Loss"),
    "metrics": ("metric", "Metric"),
    "regularizers": ("regularizer", "Regularizer"),
    "initializers": ("initializer", "Initializer"),
    "constraints": ("constraint", "Constraint"),
}

# One of these words is in every file that names such a base.
NAMES = frozenset(root for _, root in _HOMES.values())


@dataclass(frozen=True, slots=True)
class KerasObject:
    """A class of a module, with the methods that it defines or inherits within the module.

    `direct`: Keras's base class of the kind stands right above, so that nothing else of Keras is
    inherited.
    """

    node: cst.ClassDef
    kind: ObjectKind
    module: Module
    methods: dict[str, cst.FunctionDef]
    direct: bool

    @property
    def name(self) -> str:
        """The name of the class."""
        return self.node.name.value

    def parameters(self, method: str) -> list[Parameter]:
        """The parameters of a method without `self`."""
        found = self.methods.get(method)
        return parameters_of(found.params)[1:] if found is not None else []

    def stored(self, name: str) -> bool:
        """Whether the constructor keeps an argument under a name of its own."""
        constructor = self.methods.get("__init__")
        for node in walk_kinds(constructor, cst.Assign) if constructor is not None else ():
            if any(self_attribute(target.target) is not None for target in node.targets):
                for inner in walk_kinds(node.value, cst.Name):
                    if inner.value == name:
                        return True
        return False


def keras_objects(module: Module) -> list[KerasObject]:
    """The classes of the module that are such objects, in source order."""
    return module.once(_objects)


def _objects(module: Module) -> list[KerasObject]:
    classes = {node.name.value: node for node in walk_kinds(module.tree, cst.ClassDef)}
    found = []
    for node in classes.values():
        above = list(_above(node, classes, module, ()))
        bases = [each for each in above if isinstance(each, str)]
        if len(bases) != 1:
            continue
        kind, root = _HOMES[bases[0].partition(".")[0]]
        methods: dict[str, cst.FunctionDef] = {}
        for each in reversed([node, *(each for each in above if not isinstance(each, str))]):
            methods |= {
                line.name.value: line
                for line in each.body.body
                if isinstance(line, cst.FunctionDef)
            }
        direct = bases[0].rpartition(".")[2] == root and _is_simple(node, above)
        found.append(KerasObject(node, kind, module, methods, direct))
    return found


def _above(
    node: cst.ClassDef,
    classes: dict[str, cst.ClassDef],
    module: Module,
    seen: tuple[cst.ClassDef, ...],
) -> Iterator[cst.ClassDef | str]:
    for base in node.bases:
        name = module.keras(base.value) or ""
        if name.partition(".")[0] in _HOMES and name.rpartition(".")[2][:1].isupper():
            yield name
        elif isinstance(base.value, cst.Name):
            other = classes.get(base.value.value)
            if other is not None and other not in (*seen, node):
                yield other
                yield from _above(other, classes, module, (*seen, node))


def _is_simple(node: cst.ClassDef, above: list[cst.ClassDef | str]) -> bool:
    """Whether every base of the class was found."""
    return len(node.bases) == 1 and all(
        isinstance(each, str) or len(each.bases) == 1 for each in above
    )
