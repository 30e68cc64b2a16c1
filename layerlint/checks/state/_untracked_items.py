"""Layers that are put into a list or dictionary of a layer in a way that Keras does not see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from layerlint.checks.state._layers_with_weights import container_kind, made_in
from layerlint.facts.containers import unnoticed
from layerlint.facts.python import CONTAINER_ADDERS
from layerlint.findings import Finding
from layerlint.model.origins import place_of
from layerlint.queries.saving_practice import keeps_no_keras_file
from layerlint.syntax import cst
from layerlint.syntax.matching import self_attribute
from layerlint.syntax.walk import walk

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.model.sublayers import Sublayer


def items(layer: LayerClass, methods: Sequence[Method]) -> Iterator[Finding]:
    """The layers that a tracked container is given behind the back of Keras."""
    for method in methods:
        for node in method.own_nodes(cst.Assign, cst.Call):
            puts = {
                generation: list(_puts(layer, method, node, generation))
                for generation in sorted(layer.generations)
            }
            for put in next((found for found in puts.values() if found), ()):
                generations = frozenset(generation for generation in puts if puts[generation])
                yield from _lost(layer, method, node, put, generations)


def nested_displays(layer: LayerClass, methods: Sequence[Method]) -> Iterator[Finding]:
    """Layers in lists in lists, which Keras 2 trains and does not save in its own format."""
    if layer.generations != {2} or keeps_no_keras_file(layer.module):
        return
    for method in methods:
        for binding in method.uses[0]:
            for inner in _inside(binding.value) if not binding.container_index else ():
                inside = [made_in(value, place_of(layer, method)) for value in _inside(inner)]
                sublayer = next((one for one in inside if one is not None), None)
                if sublayer is not None and not _is_elsewhere(layer, binding.attribute, sublayer):
                    fields = {"attribute": binding.attribute, "kind": sublayer.label}
                    yield Finding(inner, "nested", fields, module=method.module)
                    break


def _inside(value: cst.BaseExpression | None) -> Iterator[cst.BaseExpression]:
    """What a display or comprehension puts into the container that it makes."""
    match value:
        case cst.List(elements=elements) | cst.Tuple(elements=elements):
            yield from (element.value for element in elements)
        case cst.Dict(elements=items):
            yield from (item.value for item in items)
        case cst.ListComp(elt=elt):
            yield elt
        case cst.DictComp(value=held):
            yield held


def _lost(
    layer: LayerClass,
    method: Method,
    node: cst.CSTNode,
    put: tuple[str, str, cst.BaseExpression],
    generations: frozenset[int],
) -> Iterator[Finding]:
    attribute, operation, value = put
    sublayer = made_in(value, place_of(layer, method))
    if sublayer is not None and not _is_elsewhere(layer, attribute, sublayer):
        yield Finding(
            node,
            "item",
            {"attribute": attribute, "kind": sublayer.label, "operation": operation},
            module=method.module,
            generations=generations,
        )


def _puts(
    layer: LayerClass, method: Method, node: cst.CSTNode, generation: int
) -> Iterator[tuple[str, str, cst.BaseExpression]]:
    """The attribute, the operation and the value, where Keras does not notice it."""
    match node:
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Subscript(value=owner))], value=value):
            operation = "[...] ="
            attribute = self_attribute(owner, method.self_name)
            key = "[]="
        case cst.Call(func=cst.Attribute(value=owner, attr=cst.Name(value=verb)), args=arguments):
            if verb not in CONTAINER_ADDERS or not arguments:
                return
            attribute, operation, key = self_attribute(owner, method.self_name), verb, verb
            value = arguments[-1].value
        case _:
            return
    if attribute is not None:
        kind = _kind(layer, attribute)
        if kind is not None and unnoticed(generation, kind, key):
            yield attribute, operation, value
        return
    inner = _inner(owner, method)
    if inner is not None and _is_plain_inside(layer, inner, owner, generation):
        yield inner, operation, value


def _inner(owner: cst.CSTNode, method: Method) -> str | None:
    """The attribute of which `owner` is an item: `self.x[i]`, `self.x.setdefault(k, [])`."""
    match owner:
        case cst.Subscript(value=value):
            return self_attribute(value, method.self_name)
        case cst.Call(func=cst.Attribute(value=value, attr=cst.Name(value="setdefault"))):
            return self_attribute(value, method.self_name)
    return None


def _is_plain_inside(
    layer: LayerClass, attribute: str, owner: cst.CSTNode, generation: int
) -> bool:
    """Whether the items of the attribute are containers that Keras did not wrap."""
    kind = _kind(layer, attribute)
    if kind not in ("list", "dict") or not _begins_empty(layer, attribute):
        return False
    if isinstance(owner, cst.Call):
        return unnoticed(generation, kind, "setdefault([]).append")
    return generation == 3 and any(_put_as_item(layer, attribute))


def _put_as_item(layer: LayerClass, attribute: str) -> Iterator[bool]:
    """Whether each thing that becomes an item of the attribute is a list or dictionary."""
    for method in layer.effective_methods():
        for node in method.own_nodes(cst.Assign, cst.Call):
            match node:
                case cst.Assign(
                    targets=[cst.AssignTarget(target=cst.Subscript(value=owner))], value=value
                ):
                    pass
                case cst.Call(
                    func=cst.Attribute(value=owner, attr=cst.Name(value="append")),
                    args=[argument],
                ):
                    value = argument.value
                case _:
                    continue
            if self_attribute(owner, method.self_name) == attribute:
                yield container_kind(value, method.module) in ("list", "dict")


def _kind(layer: LayerClass, attribute: str) -> str | None:
    """What the attribute is, wherever it is bound; None where it is made anew of itself."""
    found = {
        container_kind(binding.value, binding.method.module)
        if binding.value is not None
        and binding.method is not None
        and not any(
            self_attribute(node, binding.method.self_name) == attribute
            for node in walk(binding.value)
        )
        else None
        for binding in layer.attributes[attribute].bindings
        if not binding.container_index
    }
    return found.pop() if len(found) == 1 else None


def _begins_empty(layer: LayerClass, attribute: str) -> bool:
    return all(
        binding.container_index
        or (isinstance(binding.value, (cst.List, cst.Dict)) and not binding.value.elements)
        or (isinstance(binding.value, cst.Call) and not binding.value.args)
        for binding in layer.attributes[attribute].bindings
    )


def _is_elsewhere(layer: LayerClass, attribute: str, sublayer: Sublayer) -> bool:
    return any(
        other.call is sublayer.call and other.attribute != attribute
        for other in layer.all_sublayers
    )
