"""What becomes of a copy that is made with the default of an argument: the words of a message."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from layerlint.checks.serialization._config_reads import (
    missing_attributes,
    unbound_names,
    unknown_keys,
)
from layerlint.checks.serialization._given_twice import given_beside, given_twice
from layerlint.facts.config import BASE_KEYS
from layerlint.facts.layers import owns_weights
from layerlint.fixes.recipes.get_config import special_from_config
from layerlint.model.config import config_method, takes_out_keys
from layerlint.model.constructor import reads_of
from layerlint.model.constructor_keywords import accepted_keywords
from layerlint.queries.functional_model import takes_anything
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, self_attribute
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.config import Config
    from layerlint.model.constructor import Argument
    from layerlint.model.layer import LayerClass

# What layers call the size of their weights.
_SIZE = re.compile(
    r"units|filters|kernel_size|key_dim|num_heads|depth|channels|d_model|(\w+_)?(dim|size)"
)


def outcome(layer: LayerClass, lost: Sequence[Argument]) -> str:
    """What happens where none of the lost arguments has to be passed: the name of a message.

    `sized` where one is the size of a weight, so that those in a file do not fit; `quiet` where
    nothing but what `call` computes depends on any; `made` where it cannot be told.
    """
    if any(_sizes_weights(layer, argument) for argument in lost):
        return "sized"
    return "quiet" if all(_is_quiet(layer, argument) for argument in lost) else "made"


def raised_anyway(layer: LayerClass, config: Config) -> str | None:
    """The error by which making a copy fails whatever the lost arguments were, None for no error.

    Not that of an argument that has to be passed.
    """
    if any(missing_attributes(layer)):
        return "AttributeError"
    if any(unbound_names(layer)):
        return "NameError"
    if special_from_config(layer) is not None:
        return None
    unknown = unknown_keys(layer, config) and not takes_anything(layer)
    refused = unknown or _refuses_name(layer, config)
    return "TypeError" if refused or any(_gets_twice(layer, config)) else None


def _refuses_name(layer: LayerClass, config: Config) -> bool:
    """Whether the constructor does not take what every layer of Keras saves."""
    takes, method = accepted_keywords(layer), config_method(layer)
    if layer.kind != "layer" or takes is None or method is None or not config.roots:
        return False
    return not takes.issuperset(BASE_KEYS["layer"]) and not takes_out_keys(method)


def _gets_twice(layer: LayerClass, config: Config) -> Iterator[object]:
    yield from given_twice(layer, config)
    constructor = layer.methods.get("__init__")
    if config_method(layer) is not None and constructor is not None and config.roots:
        yield from given_beside(constructor, ("name",))


def _sizes_weights(layer: LayerClass, argument: Argument) -> bool:
    """Whether the argument is in the shape of a weight, or the size of a layer with weights."""
    shapes = [
        weight.arguments["shape"] for weight in layer.all_weights if "shape" in weight.arguments
    ]
    for sublayer in layer.all_sublayers:
        has_weights = sublayer.keras is not None and owns_weights(sublayer.keras)
        for place, passed in enumerate(sublayer.call.args):
            named = passed.keyword.value if passed.keyword is not None else ""
            if _SIZE.fullmatch(named) or (not named and place == 0 and has_weights):
                shapes.append(passed.value)
    return any(_mentions(shape, argument) for shape in shapes)


def _mentions(expression: cst.BaseExpression, argument: Argument) -> bool:
    held = argument.holders
    return any(
        is_name(node, argument.name) or self_attribute(node) in held
        for node in walk_kinds(expression, cst.Name, cst.Attribute)
    )


def _is_quiet(layer: LayerClass, argument: Argument) -> bool:
    """Whether the argument is only stored, and read where the layer is called.

    `None` may be what no computation takes.
    """
    held = {*argument.given}
    constructor = layer.constructor
    if constructor is None or not held or is_name(argument.default, "None"):
        return False
    if argument.rebound or argument.feeds or not argument.makes <= held:
        return False
    if any(
        read.method.name in ("__init__", "build")
        for attribute in held
        for read in layer.attributes[attribute].reads
    ):
        return False
    bindings = {each.value for name in held for each in layer.attributes[name].bindings}
    values = [node for node in constructor.own_nodes(cst.Assign) if node.value in bindings]
    stored = {name for node in values for name in walk_kinds(node.value, cst.Name)}
    return all(node in stored for node in reads_of(argument.name, constructor))
