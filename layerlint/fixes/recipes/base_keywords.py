"""The keywords of `__init__` that are handed on to the base's."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from layerlint.fixes.edit import Edit
from layerlint.fixes.recipes.get_config import quote_of
from layerlint.fixes.rewrite import add_keyword, replace
from layerlint.model.config import config_method, config_of
from layerlint.model.constructor import arguments_of
from layerlint.syntax.matching import is_name

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method
    from layerlint.syntax import cst


def hand_on(
    constructor: Method, call: cst.Call, varkw: str, saved: Collection[str]
) -> list[Edit] | None:
    """Give a call of the base's `__init__` `**varkw` as well, None where it may get a value twice.

    `saved` is what comes back in `**varkw` where a saved layer is made again.
    """
    if any(argument.star or not _is_clear(argument, constructor) for argument in call.args):
        return None
    edits = add_keyword(constructor.module, call, f"**{varkw}")
    return edits + give_way(constructor, call, varkw, saved)


def give_way(constructor: Method, call: cst.Call, varkw: str, saved: Collection[str]) -> list[Edit]:
    """Make what a call fixes itself (`name="fpn"`) the default of a key that is in `**varkw`."""
    edits: list[Edit] = []
    module = constructor.module
    quote = quote_of(module, None)
    for argument in call.args:
        name = argument.keyword.value if argument.keyword is not None else ""
        if name in saved and not constructor.takes(name):
            value = module.source(argument.value)
            text = f"{varkw}.pop({quote}{name}{quote}, {value})"
            edits += replace(module, argument.value, text)
    return edits


def loads_with(layer: LayerClass, saved: Collection[str]) -> bool:
    """Whether the config holds every argument that has to be passed, and none that is not taken.

    Beside what the base saves.
    """
    config = config_of(layer) if config_method(layer) is not None else None
    if config is None:
        return True  # Keras makes it of the arguments
    arguments = arguments_of(layer)
    needed = (each.name for each in arguments.values() if each.required)
    known = {*arguments, *saved}
    return known.issuperset(config.keys) and all(config.has(name) for name in needed)


def _is_clear(argument: cst.Arg, constructor: Method) -> bool:
    """Whether it says what it is for: by its keyword, or as what was passed itself."""
    if argument.keyword is not None or is_name(argument.value, constructor.self_name):
        return True
    return any(is_name(argument.value, each.name) for each in constructor.parameters)
