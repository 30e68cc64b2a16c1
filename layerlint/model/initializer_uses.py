"""Where initializers are passed to weights and layers, by name or in a mapping."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from layerlint.facts.initializers import copies_initializer
from layerlint.model.assignments import assigned, only_value
from layerlint.model.methods import parameters_of
from layerlint.model.origins import Place, place_of
from layerlint.model.sublayers import constructed
from layerlint.model.weights import creation, keyword_display
from layerlint.syntax import cst
from layerlint.syntax.matching import mapping_display
from layerlint.syntax.walk import walk_same_function

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.model.module import Module


@dataclass(frozen=True, slots=True)
class Use:
    """A weight, or a layer, that an initializer is passed to.

    `argument` is None where it is passed among `**kwargs`.
    """

    call: cst.Call
    argument: cst.BaseExpression | None
    expression: cst.BaseExpression
    module: Module
    function: cst.FunctionDef | cst.Module


def uses(layer: LayerClass, method: Method) -> Iterator[Use]:
    """The initializers that a method passes to weights and layers."""
    place = place_of(layer, method)
    for node in method.own_nodes(cst.Call):
        if not _takes_initializers(node, place):
            continue
        for argument in node.args:
            name = argument.keyword.value if argument.keyword is not None else ""
            if name.endswith("initializer"):
                yield Use(node, argument.value, argument.value, method.module, method.node)
            elif argument.star == "**":
                display = keyword_display(argument.value, place) or {}
                for key, value in display.items():
                    if key.endswith("initializer"):
                        yield Use(node, None, value, method.module, method.node)


def uses_in(function: cst.FunctionDef | cst.Module, module: Module) -> Iterator[Use]:
    """The initializers that a function, or the top level, passes to layers."""
    body = function.body if isinstance(function, cst.FunctionDef) else function
    for node in walk_same_function(body, cst.Call):
        name = module.keras(node.func) or ""
        known = name.startswith("layers.") and not copies_initializer(name)
        if not known and module.find_layer(node.func) is None:
            continue
        for argument in node.args:
            if argument.keyword is not None and argument.keyword.value.endswith("initializer"):
                yield Use(node, argument.value, argument.value, module, function)
            elif argument.star == "**" and isinstance(argument.value, cst.Name):
                for key, value in _mapping(argument.value, module).items():
                    if key.endswith("initializer"):
                        yield Use(node, None, value, module, function)


def _mapping(name: cst.Name, module: Module) -> dict[str, cst.BaseExpression]:
    """What stands in the one mapping that a name of a function, or of the module, is given."""
    scope = module.scope_of(name, name.value)
    value: cst.BaseExpression | None = None
    if scope is None:
        value = module.steady_value(name.value)
    elif isinstance(scope, cst.FunctionDef):
        if any(each.name == name.value for each in parameters_of(scope.params)):
            return {}
        value = only_value(name.value, assigned(scope.body, module))
    return mapping_display(value) or {}


def _takes_initializers(call: cst.Call, place: Place) -> bool:
    if creation(call, place) in ("add_weight", "add_variable"):
        return True
    keras, layer = constructed(call, place)
    return layer is not None or (keras is not None and not copies_initializer(keras))
