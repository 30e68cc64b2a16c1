"""LL516: `from_config` never reads the config, and makes what is loaded with the defaults."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer
from layerlint.queries.keras_objects import HAS_OBJECTS, classes_of
from layerlint.queries.straight_values import expression_behind
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
        returns = method.own_nodes(cst.Return)
        made = [call for node in returns if (call := _made(node, method.module)) is not None]
        if taken and made:
            fields = {"layer": layer.name, "config": name, "argument": taken[0]}
            yield Finding(made[0], fields=fields)


def _made(node: cst.Return, module: Module) -> cst.Call | None:
    """The `cls(...)` that is returned, also by its name."""
    value = expression_behind(node.value, node, module) if node.value is not None else None
    return value if isinstance(value, cst.Call) and is_name(value.func, "cls") else None
