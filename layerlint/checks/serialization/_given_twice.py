"""What `__init__` passes to its base although the config brings it back in `**kwargs`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from layerlint.facts.config import HANDED_FIRST, UNSAVED
from layerlint.facts.layer_arguments import FIRST_ARGUMENTS
from layerlint.facts.layers import INNER_BASES
from layerlint.facts.objects import OBJECT_KEYS
from layerlint.fixes.recipes.get_config import own_from_config
from layerlint.model.config import Config, config_method
from layerlint.model.constructor import (
    arguments_of,
    base_arguments,
    base_calls,
    is_plain,
    passes_on,
)
from layerlint.syntax import cst
from layerlint.syntax.matching import is_super_call, keyword_argument, positional

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method, Parameter

# What Keras's own base class saves and also takes.
RETURNED = {
    "layer": frozenset({"trainable", "dtype"}),
    "model": frozenset({"trainable", "dtype", "name"}),  # LL509 says it of the name of layers
    **OBJECT_KEYS,
}


def given_twice(layer: LayerClass, config: Config) -> Iterator[list[tuple[str, cst.Arg]]]:
    """The keywords that the base gets twice where a copy is made, for each call of its `__init__`.

    Once from the constructor and once from the config, so that it raises.
    """
    constructor = layer.methods.get("__init__")
    if constructor is None or not passes_on(constructor):
        return
    fixed = arguments_of(layer)
    inherited = RETURNED.get(layer.kind, frozenset()) if config.roots else frozenset()
    inherited = inherited if config_method(layer) else frozenset()
    built_in = layer.complete and bool(config.roots)
    built_in = built_in and not any(_is_base(root) or _is_inner(root) for root in config.roots)
    handed = _handed_first(layer)
    for call in base_calls(constructor):
        if not any(argument.star == "**" for argument in call.args):
            continue
        twice: list[tuple[str, cst.Arg]] = []
        for name, argument in _named(call, layer):
            key = config.keys.get(name)
            known = name in inherited or (key is not None and not key.conditional)
            known = known or (built_in and _saved_by_keras(layer, name))
            if name in fixed or name == handed or not known or _popped(constructor, name):
                continue
            twice.append((name, argument))
        if twice:
            yield twice


def given_beside(constructor: Method, names: Iterable[str]) -> Iterator[cst.Arg]:
    """Which of these a constructor fixes beside the `**kwargs` in which the config brings them."""
    calls = [
        call for call in base_calls(constructor) if any(each.star == "**" for each in call.args)
    ]
    for name in names:
        if not constructor.takes(name) and not _popped(constructor, name):
            yield from (
                given for call in calls if (given := keyword_argument(call, name)) is not None
            )


def first_given_twice(layer: LayerClass, config: Config) -> tuple[str, Parameter] | None:
    """What the base's `from_config` passes first, and the parameter, which the config has as well.

    `cls(cell, **config)`, where `__init__(self, units, ...)` makes the cell and saves its `units`.
    """
    handed, constructor = _handed_first(layer), layer.methods.get("__init__")
    first = constructor.positional[0] if constructor and constructor.positional else None
    if handed is None or first is None or first.name == handed:
        return None
    key = config.keys.get(first.name)
    known = key is not None and not key.conditional and _saved_by_keras(layer, handed)
    return (handed, first) if known else None


def _handed_first(layer: LayerClass) -> str | None:
    """What loading a layer passes by position, if it does so as one of Keras's own does."""
    one = len(layer.keras_bases) == 1 and own_from_config(layer) is None
    return HANDED_FIRST.get(layer.keras_bases[0]) if one else None


def _named(call: cst.Call, layer: LayerClass) -> Iterator[tuple[str, cst.Arg]]:
    """What a base's `__init__` is given, by the names that it has there, as far as they are known.

    Built-in bases take the first ones by position: `super().__init__(GRU(8), **kwargs)`.
    """
    first: tuple[str, ...] = ()
    if layer.method_after(layer, "__init__") is None and len(layer.keras_bases) == 1:
        first = FIRST_ARGUMENTS.get(layer.keras_bases[0].rpartition(".")[2], ())
    if isinstance(call.func, cst.Attribute) and not is_super_call(call.func.value):
        first = ("", *first)  # `Base.__init__(self, ...)`
    for name, argument in zip(first, positional(call), strict=False):
        if name:
            yield name, argument
    for argument in call.args:
        if argument.keyword is not None:
            yield argument.keyword.value, argument


def _is_base(root: str) -> bool:
    return is_plain((root,))


def _is_inner(root: str) -> bool:
    """Whether Keras keeps the class for itself: nobody says what its config has."""
    return root.rpartition(".")[2] in INNER_BASES


def _saved_by_keras(layer: LayerClass, name: str) -> bool:
    """Whether the `get_config` of a built-in base has the key, and no other one names it."""
    if name in base_arguments(layer) or name in UNSAVED or name.startswith("_"):
        return False
    return not any(
        node.evaluated_value == name
        for base in layer.mro
        if "get_config" in base.methods
        for node in base.methods["get_config"].own_nodes(cst.SimpleString)
    )


def _popped(constructor: Method, name: str) -> bool:
    """Whether the constructor names the key anywhere else: it takes it out of `**kwargs`."""
    return any(node.evaluated_value == name for node in constructor.own_nodes(cst.SimpleString))
