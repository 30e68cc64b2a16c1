"""Which sublayers own weights, and which of them `build` makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.facts.tensors import WEIGHT_LAYERS
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, is_super_call, self_attribute
from layerlint.syntax.walk import walk

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.model.sublayers import Sublayer


def has_weights(sublayer: Sublayer) -> bool:
    """Whether the sublayer certainly owns weights once it is built."""
    if sublayer.keras is not None:
        return sublayer.keras in WEIGHT_LAYERS
    layer = sublayer.layer
    return layer is not None and owns_weights(layer)


def owns_weights(layer: LayerClass, seen: tuple[LayerClass, ...] = ()) -> bool:
    """Whether instances of a class of the project certainly get weights when they are built."""
    if layer in seen or layer.kind != "layer":
        return False
    for weight in layer.all_weights:
        made = weight.method.name if weight.method is not None else None
        if weight.how == "add_weight" and not weight.in_container and made == "build":
            return True
    if any(base in WEIGHT_LAYERS for base in layer.keras_bases):
        return True
    held: dict[str, list[bool]] = {}
    for sublayer in layer.all_sublayers:
        child = sublayer.layer
        owns = sublayer.keras in WEIGHT_LAYERS or (
            child is not None and owns_weights(child, (*seen, layer))
        )
        held.setdefault(sublayer.attribute, []).append(owns)
    # An attribute that may hold one layer or another owns weights if each of them does.
    return any(
        all(owns) and not built_by_hand(layer, attribute, "__init__")
        for attribute, owns in held.items()
    )


def built_by_hand(layer: LayerClass, attribute: str, method: str | None = None) -> bool:
    """Whether a method of the class, or the one named, builds the sublayer: `self.x.build(...)`."""
    for read in layer.attributes[attribute].reads:
        around = read.method.module.parent(read.node)
        builds_it = isinstance(around, cst.Attribute) and around.attr.value == "build"
        if builds_it and method in (None, read.method.name):
            return True
    return False


def builds(layer: LayerClass, attribute: str) -> bool:
    """Whether `build` mentions the sublayer at all, itself or in a method that it runs.

    A `build` that calls the layer, or that loops over what it owns, counts as building everything.
    """
    method = layer.method("build")
    return method is not None and attribute in mentioned(layer, method)


def mentioned(layer: LayerClass, method: Method) -> frozenset[str] | _Everything:
    """The attributes that a method reads, and those that the methods it runs read."""
    bound = {
        binding.node
        for attribute in layer.attributes.values()
        for binding in attribute.bindings
        if not isinstance(binding.value, cst.Name)  # a local, which may have been built before
    }
    found: set[str] = set()
    seen: set[cst.CSTNode] = set()
    stack = [method]
    while stack:
        current = stack.pop()
        if current.node in seen:
            continue
        seen.add(current.node)
        for node in walk(current.node.body):
            if _opens_everything(node, current):
                return EVERYTHING
            name = self_attribute(node, current.self_name)
            if name is not None and node not in bound:
                found.add(name)
                helper = layer.method(name)
                if helper is not None:
                    stack.append(helper)
            if isinstance(node, cst.Attribute) and is_super_call(node.value):
                above = layer.method_after(current.owner, node.attr.value)
                if above is not None:
                    stack.append(above)
    return frozenset(found)


class _Everything:
    """A set that holds every name."""

    def __contains__(self, name: object) -> bool:
        return True


EVERYTHING = _Everything()
_OPENING = frozenset({"layers", "_layers", "_flatten_layers", "__dict__", "call", "__call__"})


def _opens_everything(node: cst.CSTNode, method: Method) -> bool:
    """`self.layers`, `self(x)`, `self.call(x)`, `vars(self)`: whatever the layer owns."""
    if isinstance(node, cst.Call):
        if is_name(node.func, method.self_name):
            return True
        if any(is_name(argument.value, method.self_name) for argument in node.args):
            return not is_super_call(node)
    name = self_attribute(node, method.self_name)
    return name in _OPENING
