"""LL215: a layer is held where Keras does not look for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.state._layers_in_lambdas import lambdas, makes_weights
from layerlint.checks.state._layers_with_weights import all_made_in, tracks_by_hand
from layerlint.checks.state._untracked_items import items, nested_displays
from layerlint.checks.state._untracked_places import BOTH, Unseen, container_of, unseen
from layerlint.declaration import check
from layerlint.facts.layers import OWNERS
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.model.origins import added_to_attributes, place_of
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer, Members
from layerlint.queries.own_code import own_methods, reached_by_call
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, literal, self_attribute
from layerlint.syntax.walk import walk, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.attributes import Binding
    from layerlint.model.methods import Method
    from layerlint.model.sublayers import Sublayer

# What a `tf.Module` is asked for to train it.
_LISTS = ("trainable_variables", "variables")
# The file itself says which layer of Keras it puts there.
_MODULES = AllOf(Members("Module"), AnyOf(*_LISTS), AnyOf(*OWNERS))
Held = tuple[cst.CSTNode, Unseen]
NEEDS = AnyOf(HoldsLayer(), "Lambda", _MODULES)


@check(LayerClass, Module, needs=NEEDS)
def untracked_sublayer_container(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report, once for each attribute, the layers that Keras does not find in it."""
    if isinstance(subject, LayerClass):
        yield from _attributes(subject)
    else:
        yield from lambdas(subject)
        yield from _modules(subject)


def _attributes(layer: LayerClass) -> Iterator[Finding]:
    if tracks_by_hand(layer):
        return
    methods = [method for method in own_methods(layer) if method.self_name]
    yield from items(layer, methods)
    yield from nested_displays(layer, methods)
    used = _used(layer)
    for method in methods:
        reported: set[str] = set()
        for binding in method.uses[0]:
            name = binding.attribute
            if name in reported or name not in used or name in layer.facts(_unpacked):
                continue
            for node, found in _held(layer, method, binding):
                generations = found.generations & layer.generations
                if generations and not _is_elsewhere(layer, name, found.sublayer):
                    reported.add(name)
                    yield _finding(method, name, node, found, generations)
                    break


def _held(layer: LayerClass, method: Method, binding: Binding) -> Iterator[Held]:
    """The layers that a binding hides, and those that are put there later."""
    value = binding.value
    if value is None or binding.container_index:
        return
    place = place_of(layer, method)
    for found in unseen(value, place):
        if found.container == "`set`":
            found = Unseen(found.sublayer, found.container, BOTH)
        yield value, found
    if (container := container_of(value, place)) is not None:
        for node, sublayer in _put_in(layer, binding.attribute):
            yield node, Unseen(sublayer, *container)


def _put_in(layer: LayerClass, attribute: str) -> Iterator[tuple[cst.CSTNode, Sublayer]]:
    """What the class adds to the attribute, or sets on it, in whatever method."""
    for value, method in layer.facts(_added).get(attribute, ()):
        for sublayer in all_made_in(value, place_of(layer, method)):
            yield value, sublayer


def _added(layer: LayerClass) -> dict[str, list[tuple[cst.BaseExpression, Method]]]:
    """What methods add to attributes, or set on them, by the name of the attribute."""
    found: dict[str, list[tuple[cst.BaseExpression, Method]]] = {}
    for method in own_methods(layer):
        for name, value in added_to_attributes(method):
            found.setdefault(name, []).append((value, method))
        for node in method.own_nodes(cst.Assign):
            match node:
                case cst.Assign(
                    targets=[
                        cst.AssignTarget(
                            target=cst.Attribute(value=owner) | cst.Subscript(value=owner)
                        )
                    ],
                    value=value,
                ) if (attribute := self_attribute(owner, method.self_name)) is not None:
                    found.setdefault(attribute, []).append((value, method))
    return found


def _used(layer: LayerClass) -> frozenset[str]:
    """The attributes that `call` reads."""
    running = reached_by_call(layer)
    found = set()
    for method in layer.effective_methods():
        if method.node in running:
            found |= {read.node.attr.value for read in method.uses[1]}
    return frozenset(found)


def _unpacked(layer: LayerClass) -> frozenset[str | None]:
    """The attributes of which another attribute is given what they hold."""
    return frozenset(
        self_attribute(node, binding.method.self_name)
        for attribute in layer.attributes.values()
        for binding in attribute.bindings
        if binding.value is not None and binding.method is not None
        if binding.method.name != "call"
        for node in walk_kinds(binding.value, cst.Attribute)
    )


def _is_elsewhere(layer: LayerClass, attribute: str, sublayer: Sublayer) -> bool:
    """Whether Keras finds the layer in another attribute, or does not have to train it."""
    if (sublayer.keras or "").startswith("applications."):
        return True
    if literal(sublayer.arguments.get("trainable")) is False:
        return True
    return any(
        other.call is sublayer.call and other.attribute != attribute
        for other in layer.all_sublayers
    )


def _finding(
    method: Method, attribute: str, node: cst.CSTNode, found: Unseen, generations: frozenset[int]
) -> Finding:
    message = "default" if found.container is not None else "closure"
    if found.container == "`set`" and 3 in generations:
        message, generations = "order", frozenset({3})
    return Finding(
        node,
        message,
        {
            "attribute": attribute,
            "kind": found.sublayer.label,
            "container": found.container,
        },
        module=method.module,
        generations=generations,
    )


def _modules(module: Module) -> Iterator[Finding]:
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
                    if name is not None and makes_weights(made, module):
                        kind = (module.keras(made.func) or "Model").rpartition(".")[2]
                        fields = {"attribute": f"self.{name}", "kind": kind}
                        yield Finding(inner, "module", fields, generations=frozenset({3}))


def _lists_variables(module: Module, node: cst.ClassDef) -> bool:
    """Whether the file asks something for its variables, and the class does not list its own."""
    if any(each.name.value in _LISTS for each in walk_kinds(node, cst.FunctionDef)):
        return False
    inside = set(walk(node))
    return any(
        each.attr.value in _LISTS and not _is_of_layer(each, each in inside)
        for each in walk_kinds(module.tree, cst.Attribute)
    )


def _is_of_layer(node: cst.Attribute, inside: bool) -> bool:
    """Whether it is a layer of the class that is asked: `self.hidden.trainable_variables`."""
    return isinstance(node.value, cst.Attribute) or (inside and not is_name(node.value, "self"))
