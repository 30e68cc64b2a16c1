"""LL422: `Bidirectional` or `RNN` is given a layer without what they need of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Members, Row
from layerlint.queries.held_values import held_values, is_asked_about
from layerlint.queries.straight_values import expression_behind
from layerlint.syntax import cst
from layerlint.syntax.matching import bind
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass

# What a wrapper reads of the layer that it is given, and by which name it takes that.
_NEEDED = {
    "layers.Bidirectional": (
        "layer",
        ("go_backwards", "return_sequences", "return_state", "stateful"),
    ),
    "layers.RNN": ("cell", ("state_size",)),
}
NEEDS = AnyOf(*(AllOf(Members(name), Row(name, "(")) for name in ("Bidirectional", "RNN")))


@check(Module, needs=NEEDS)
def wrapper_contract(module: Module) -> Iterator[Finding]:
    """Report wrappers around layers of the project that lack an attribute."""
    for node in walk_kinds(module.tree, cst.Call):
        if (module.keras(node.func) or "") not in _NEEDED:
            continue
        wrapper = module.keras(node.func) or ""
        parameter, needed = _NEEDED[wrapper]
        made = bind(node, (parameter,)).get(parameter)
        made = expression_behind(made, node, module) if made is not None else None
        for held in _classes(made.func, module) if isinstance(made, cst.Call) else ():
            lacking = next((each for each in needed if not _has(held, each)), None)
            if lacking is None or not _is_plain(held):
                continue
            fields = {
                "wrapper": wrapper.rpartition(".")[2],
                "layer": held.name,
                "attribute": lacking,
            }
            # Every layer of Keras 2 has the last of them.
            where = frozenset({3}) if lacking == "stateful" else None
            yield Finding(node, fields=fields, generations=where)
            break


def _classes(called: cst.BaseExpression, module: Module) -> list[LayerClass]:
    """The layers of the project that a call makes: of a class that a function is given, also."""
    own = module.find_layer(called)
    if own is not None or is_asked_about(called, called, module):
        return [own] if own is not None else []
    held = map(module.find_layer, held_values(called, module))
    return [each for each in held if each is not None]


def _is_plain(layer: LayerClass) -> bool:
    """Whether nothing but its own code could give it the attribute."""
    dynamic = ("__getattr__", "__getattribute__", "__setattr__")
    return (
        layer.kind == "layer"
        and layer.complete
        and layer.keras_bases == ("layers.Layer",)
        and all(layer.method(name) is None for name in dynamic)
    )


def _has(layer: LayerClass, name: str) -> bool:
    return bool(layer.attributes[name].bindings) or layer.method(name) is not None
