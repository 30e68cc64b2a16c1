"""LL509: a fixed `name` is given to more than one layer of a model."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.serialization._repeated_names import repeated
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.recipes.get_config import special_from_config
from layerlint.fixes.rewrite import delete_argument
from layerlint.model.config import Config, config_of
from layerlint.model.constructor import arguments_of, base_calls
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, AppliedWith, HoldsLayer, Row
from layerlint.queries.construction_sites import made_by_owners_only
from layerlint.queries.fixtures import in_tests
from layerlint.syntax import cst
from layerlint.syntax.matching import keyword_argument, literal

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass


_CLASS_NAMES = frozenset({"self.__class__.__name__", "type(self).__name__"})
# Outside classes the layer is applied, or added to a model, where it is made.
NEEDS = AllOf(
    "name",
    AnyOf(
        AllOf(Row("name", "="), AnyOf(HoldsLayer(), AppliedWith("name"))),
        AllOf("get_config", HoldsLayer()),
    ),
)


@check(Module, needs=NEEDS)
def hardcoded_layer_name(module: Module) -> Iterator[Finding]:
    """Report constant names in constructors, and those that a function gives again and again."""
    if in_tests(module):
        return  # two of a name raise, which the test would have told
    for layer in module.classes:
        if layer.kind == "layer" and not _is_cell(layer):
            yield from _own_name(layer)
            yield from _saved_name(layer)
    for argument, why in repeated(module):
        yield Finding(argument, why, {"name": module.source(argument.value)})


def _is_cell(layer: LayerClass) -> bool:
    """Whether it is a recurrent cell, which is no layer of the model: an `RNN` holds it."""
    return "layers.AbstractRNNCell" in layer.keras_bases or "state_size" in {
        *layer.attributes,
        *(method.name for method in layer.effective_methods()),
    }


def _saved_name(layer: LayerClass) -> Iterator[Finding]:
    """The name of the class, or a constant, that `get_config` stores for the name of the layer."""
    method = layer.methods.get("get_config")
    config = config_of(layer) if method is not None else None
    key = config.keys.get("name") if config is not None else None
    if key is None or key.owner is not method or key.value is None:
        return
    constructor = layer.constructor
    if constructor is None or not (constructor.takes("name") or constructor.varkw):
        return
    if not _loads(layer, config):
        return
    source = layer.module.source(key.value)
    if source in _CLASS_NAMES or isinstance(literal(key.value), str):
        yield Finding(key.value, "config", {"layer": layer.name, "name": source})


def _loads(layer: LayerClass, config: Config | None) -> bool:
    """Whether a layer can be made of its config, which is what gives two of them one name."""
    if config is None or special_from_config(layer) is not None:
        return True
    return all(config.has(each.name) for each in arguments_of(layer).values() if each.required)


def _is_whole_model(layer: LayerClass) -> bool:
    """Whether a layer makes the inputs of a model around it by itself: it is no part of another."""
    return any(
        method.module.keras(call.func) in ("Input", "layers.Input")
        for method in layer.effective_methods()
        for call in method.own_nodes(cst.Call)
    )


def _own_name(layer: LayerClass) -> Iterator[Finding]:
    """A constant name in the call of the base's constructor."""
    constructor = layer.methods.get("__init__")
    for call in base_calls(constructor) if constructor is not None else ():
        argument = keyword_argument(call, "name")
        if argument is None or not isinstance(literal(argument.value), str):
            continue
        if made_by_owners_only(layer) or _is_whole_model(layer):
            continue  # only the layers of which a functional model is made need names that differ
        named_twice = any(other.star == "**" for other in call.args)
        edits = delete_argument(layer.module, call, argument)
        yield Finding(
            argument,
            "kwargs" if named_twice else "default",
            {"layer": layer.name, "name": layer.module.source(argument.value)},
            fix=Fix("Leave the name to Keras", tuple(edits), "unsafe"),
        )
