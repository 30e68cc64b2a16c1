"""LL227: a property of the class lists its weights, and leaves those of its sublayers out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.facts.tensors import WEIGHT_LAYERS
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.project.needs import AnyOf
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, self_attribute

if TYPE_CHECKING:
    from layerlint.model.methods import Method

_PROPERTIES = ("trainable_weights", "trainable_variables", "weights")
# What lists every sublayer there is.
_ALL_LAYERS = frozenset({"layers", "submodules"})
NEEDS = AnyOf(*_PROPERTIES)


@check(LayerClass, needs=NEEDS)
def weights_property_overridden(layer: LayerClass) -> Iterator[Finding]:
    """Report properties that return a list in which a trained sublayer is missing."""
    if layer.kind == "mixin" or not layer.complete:
        return
    for name in _PROPERTIES:
        method = layer.methods.get(name)
        if method is None or not method.is_property:
            continue
        named = _named(method)
        missing = next(
            (
                each
                for each in layer.all_sublayers
                if each.keras in WEIGHT_LAYERS
                and each.attribute not in named
                and not is_name(each.arguments.get("trainable"), "False")
            ),
            None,
        )
        if named and missing is not None and _is_used(layer, missing.attribute):
            fields = {
                "property": f"{layer.name}.{name}",
                "sublayer": f"self.{missing.attribute}",
            }
            yield Finding(method.node.name, fields=fields)
            return


def _named(method: Method) -> frozenset[str]:
    """The attributes that the property lists; empty where it may list others."""
    # Keras asks while the layer is made: before it is built, such a property has nothing to list.
    returned = [
        value
        for node in method.own_nodes(cst.Return)
        for value in _outcomes(node.value)
        if not (isinstance(value, cst.List) and not value.elements)
    ]
    if len(returned) != 1:
        return frozenset()
    found = set()
    if method.owner.kind == "model" and not isinstance(returned[0], (cst.List, cst.ListComp)):
        return frozenset()  # which of its networks a model trains is its own affair
    for inner in _listed(returned[0]):
        while isinstance(inner, cst.Attribute) and not is_name(inner.value, method.self_name):
            inner = inner.value
        name = self_attribute(inner, method.self_name)
        if name is None or name in _ALL_LAYERS:
            return frozenset()
        found.add(name)
    return frozenset(found)


def _listed(value: cst.BaseExpression | None) -> list[cst.BaseExpression]:
    """What a list holds, or what it is put together of: `[w for net in … for w in net.weights]`."""
    match value:
        case cst.List(elements=elements):
            return [each.value for each in elements]
        case cst.Attribute(value=cst.Attribute() as owner, attr=cst.Name(name)) if (
            name in _PROPERTIES
        ):
            return [owner]
        case cst.BinaryOperation(left=left, operator=cst.Add(), right=right):
            both = [_listed(left), _listed(right)]
            return both[0] + both[1] if all(both) else []
        case cst.ListComp(for_in=cst.CompFor(iter=iterated, inner_for_in=cst.CompFor())):
            match iterated:
                case cst.Tuple(elements=elements) | cst.List(elements=elements):
                    return [each.value for each in elements]
                case cst.Call(func=cst.Attribute(value=holder, attr=cst.Name("values"))):
                    return [holder]
            return [iterated]
    return []


def _outcomes(value: cst.BaseExpression | None) -> tuple[cst.BaseExpression | None, ...]:
    return (value.body, value.orelse) if isinstance(value, cst.IfExp) else (value,)


def _is_used(layer: LayerClass, attribute: str) -> bool:
    return any(read.method.name == "call" for read in layer.attributes[attribute].reads)
