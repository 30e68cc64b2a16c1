"""Layers of Keras 3 in the attributes of a `tf.Module`."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.state._layers_in_lambdas import is_weighted
from layerlint.facts.layers import OWNERS
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Members
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, self_attribute
from layerlint.syntax.walk import walk, walk_kinds

# What a `tf.Module` is asked for to train it.
LISTS = ("trainable_variables", "variables")
# The file itself says which layer of Keras it puts there.
MODULES = AllOf(Members("Module"), AnyOf(*LISTS), AnyOf(*OWNERS))


def modules(module: Module) -> Iterator[Finding]:
    """Report layers in the attributes of a `tf.Module`, which trains what it finds in itself."""
    for node in walk_kinds(module.tree, cst.ClassDef):
        if len(node.bases) != 1:
            continue
        if not any(map(module.says, OWNERS)):
            return
        if module.tf(node.bases[0].value) != "Module" or not _lists_variables(module, node):
            continue
        for inner in walk_kinds(node, cst.Assign):
            match inner:
                case cst.Assign(
                    targets=[cst.AssignTarget(target=target)], value=cst.Call() as made
                ):
                    name = self_attribute(target)
                    if name is not None and is_weighted(made, module):
                        kind = (module.keras(made.func) or "").rpartition(".")[2]
                        fields = {"attribute": f"self.{name}", "kind": kind}
                        yield Finding(inner, "module", fields, generations=frozenset({3}))


def _lists_variables(module: Module, node: cst.ClassDef) -> bool:
    """Whether the file asks something for its variables, and the class does not list its own."""
    if any(each.name.value in LISTS for each in walk_kinds(node, cst.FunctionDef)):
        return False
    inside = {id(each) for each in walk(node)}
    return any(
        each.attr.value in LISTS and not _is_of_layer(each, id(each) in inside)
        for each in walk_kinds(module.tree, cst.Attribute)
    )


def _is_of_layer(node: cst.Attribute, inside: bool) -> bool:
    """Whether it is a layer of the class that is asked: `self.hidden.trainable_variables`."""
    return isinstance(node.value, cst.Attribute) or (inside and not is_name(node.value, "self"))
