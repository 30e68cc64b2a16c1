"""LL222: a regularizer, constraint or initializer that no weight gets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.state._outside_reads import is_read_from_outside
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import add_keyword
from layerlint.model.layer import LayerClass
from layerlint.queries.traced_code import in_project
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, self_attribute
from layerlint.syntax.walk import walk, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.attributes import Binding
    from layerlint.model.methods import Method

# Keras itself applies an `activity_regularizer`.
_STORED = re.compile(
    r"(?!_?activity_)(?P<weight>\w*?)_?(?P<kind>regularizer|constraint|initializer)"
)
_PLAIN = frozenset({"layers.Layer", "Model", "Layer"})
_EVERYTHING = ("__dict__", "vars(", "getattr(", "**self")


@check(LayerClass)
def unused_regularizer(layer: LayerClass) -> Iterator[Finding]:
    """Report such arguments of `__init__` that only `get_config` reads."""
    constructor = layer.methods.get("__init__")
    if constructor is None or not in_project(layer.module):
        return
    if not layer.complete or not _PLAIN.issuperset(layer.keras_bases):
        return
    if any(word in layer.module.source(layer.node) for word in _EVERYTHING):
        return
    for attribute in layer.attributes.values():
        match = _STORED.fullmatch(attribute.name)
        own = [binding for binding in attribute.bindings if binding.method is constructor]
        if match is None or len(attribute.bindings) != 1 or len(own) != 1:
            continue
        parameter = _parameter(own[0], constructor)
        if parameter is None or _is_used(layer, attribute.name):
            continue
        if _passed_on(parameter, own[0], constructor):
            continue
        fields = {"attribute": attribute.name}
        yield Finding(own[0].node, fields=fields, fix=_fix(layer, own[0], match))


def _parameter(binding: Binding, constructor: Method) -> str | None:
    """The parameter that is stored, as it is or looked up: `regularizers.get(parameter)`."""
    for node in walk_kinds(binding.value, cst.Name) if binding.value is not None else ():
        if constructor.takes(node.value):
            return node.value
    return None


def _is_used(layer: LayerClass, attribute: str) -> bool:
    """Whether anything but `get_config` reads the attribute, in the class or elsewhere."""
    for owner in (layer, *layer.subclasses):
        reads = owner.attributes[attribute].reads
        if any(read.method.name != "get_config" for read in reads):
            return True
    return is_read_from_outside(layer, attribute)


def _passed_on(parameter: str, binding: Binding, constructor: Method) -> bool:
    """Whether the constructor gives the argument to something itself."""
    stored = set(walk(binding.statement))
    names = [
        node
        for node in constructor.own_nodes(cst.Name)
        if is_name(node, parameter) and node not in stored
    ]
    module = constructor.module
    for node in names:
        parent = module.parent(node)
        if isinstance(parent, cst.Param):
            continue
        if isinstance(parent, cst.Arg) and parent.keyword is node:
            continue
        return True
    return False


def _fix(layer: LayerClass, binding: Binding, match: re.Match[str]) -> Fix | None:
    """Pass it on to the weight of the same name."""
    weight = layer.weights.get(match["weight"]) or layer.weights.get(f"_{match['weight']}")
    if weight is None or weight.method is None or weight.method.owner is not layer:
        return None
    if weight.how != "add_weight" or match["kind"] in weight.arguments:
        return None
    if "**" in weight.arguments or self_attribute(binding.node, weight.method.self_name) is None:
        return None
    name = f"{weight.method.self_name}.{binding.attribute}"
    edits = add_keyword(weight.module, weight.call, f"{match['kind']}={name}")
    return Fix(f"Pass `{name}` on to `{weight.attribute}`", tuple(edits), "unsafe")
