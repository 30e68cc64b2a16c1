"""LL516: `from_config` never reads the config, and makes what is loaded with the defaults."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer
from layerlint.queries.keras_objects import HAS_OBJECTS, classes_of
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name
from layerlint.syntax.walk import mentions

NEEDS = AllOf("from_config", AnyOf(HoldsLayer(), HAS_OBJECTS))


@check(LayerClass, Module, needs=NEEDS)
def from_config_ignores_config(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report the method of a class that takes arguments of its own."""
    for layer in classes_of(subject):
        method = layer.methods.get("from_config")
        if method is None or not method.is_classmethod or not method.positional:
            continue
        name = method.positional[0].name
        if mentions(method.node.body, name) or method.varargs or method.is_unimplemented:
            continue
        constructor = layer.constructor
        taken = [each.name for each in constructor.positional] if constructor else []
        taken = [each for each in taken if each != "name"]
        made = [node for node in method.own_nodes(cst.Return) if _is_made(node.value)]
        if taken and made:
            fields = {"layer": layer.name, "config": name, "argument": taken[0]}
            yield Finding(made[0].value or made[0], fields=fields)


def _is_made(value: cst.BaseExpression | None) -> bool:
    """`cls(...)`."""
    return isinstance(value, cst.Call) and is_name(value.func, "cls")
