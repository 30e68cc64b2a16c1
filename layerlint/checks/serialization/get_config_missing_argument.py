"""LL502: `get_config` leaves out an argument of `__init__`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from layerlint.checks.serialization._copies import outcome, raised_anyway
from layerlint.checks.serialization._unsaved_arguments import missing_arguments
from layerlint.declaration import check
from layerlint.facts.config import ROOTS
from layerlint.findings import Defect, Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.recipes.get_config import add_keys, listed, own_from_config, saved
from layerlint.fixes.rewrite import replace
from layerlint.model.config import Config, config_method, config_of
from layerlint.model.constructor import (
    Argument,
    arguments_of,
)
from layerlint.model.constructor_keywords import accepted_keywords
from layerlint.model.evidence import object_evidence
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer
from layerlint.queries.config_practice import config_never_read
from layerlint.queries.construction_sites import made_by_owners_only
from layerlint.queries.keras_objects import HAS_OBJECTS, classes_of
from layerlint.syntax import cst
from layerlint.syntax.matching import self_attribute
from layerlint.syntax.walk import names_below

if TYPE_CHECKING:
    from layerlint.model.methods import Method


@check(LayerClass, Module, needs=AnyOf(HoldsLayer(), AllOf("get_config", HAS_OBJECTS)))
def get_config_missing_argument(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report the arguments for which the config of the class has no key, once per class."""
    for layer in classes_of(subject):
        found = list(_class(layer))
        # What only owners make is saved through them, and made anew: who never wrote a config for
        # it misses none.
        if not found or config_never_read(layer):
            continue
        if "get_config" in layer.methods or not made_by_owners_only(layer):
            yield from found


def _class(layer: LayerClass) -> Iterator[Finding]:
    method = config_method(layer)
    if "__init__" not in layer.methods and method not in layer.methods.values():
        return
    config = config_of(layer) if method else Config(roots=frozenset(layer.keras_bases))
    if config is None or config.open or config.nothing or _is_abstract(layer):
        return
    if method is None and (not layer.complete or not _records(layer)):
        return
    if method is not None and method.owner is layer:
        yield from _crossed(layer, method, config)
    missing = missing_arguments(layer, config)
    if not missing:
        return
    own = method is not None and method.owner is layer
    required = any(argument.required for argument in missing)
    # The config of a built-in base holds more than such a constructor takes.
    required = required or (method is None and not _takes_name(layer))
    # That of `Lambda` holds the function, which such a constructor gives the base itself.
    required = required or (method is None and "layers.Lambda" in layer.keras_bases)
    anyway = None if required else raised_anyway(layer, config)
    base = method.owner.name if method else layer.keras_bases[0].rpartition(".")[2]
    what = "required" if required else "anyway" if anyway else outcome(layer, missing)
    yield Finding(
        method.node.name if method and own else layer.node.name,
        what if own else f"inherited-{what}",
        {
            "layer": layer.name,
            "arguments": listed(argument.name for argument in missing),
            "base": base,
            "error": anyway or "",
        },
        fix=_fix(layer, method, config, missing) if method and own else None,
        defect=Defect(layer, "config"),
    )


def _crossed(layer: LayerClass, method: Method, config: Config) -> Iterator[Finding]:
    """Keys that hold what another argument was: `"strides": self.pool_size`."""
    arguments = arguments_of(layer)
    holders = {
        attribute: argument.name
        for argument in arguments.values()
        if not argument.rebound
        for attribute in argument.given
        if len(layer.attributes[attribute].bindings) == 1
    }
    if own_from_config(layer) is not None:
        return
    for key in config.keys.values():
        attribute = self_attribute(key.value) if key.value is not None else None
        other, argument = holders.get(attribute or ""), arguments.get(key.name)
        if key.owner is not method or key.value is None or argument is None or other is None:
            continue
        right = saved(layer, argument)
        if other == key.name or attribute in argument.makes or right is None:
            continue
        anyway = raised_anyway(layer, config)
        yield Finding(
            key.value,
            "crossed-anyway" if anyway else "crossed",
            {
                "layer": layer.name,
                "value": f"self.{attribute}",
                "key": key.name,
                "other": other,
                "error": anyway or "",
            },
            fix=Fix(f"Save `{right}`", tuple(replace(key.module, key.value, right)), "safe"),
        )


def _takes_name(layer: LayerClass) -> bool:
    """Whether the constructor takes the first of what every config of Keras holds."""
    takes = accepted_keywords(layer)
    return takes is None or "name" in takes


def _records(layer: LayerClass) -> bool:
    """Whether the base is a built-in layer with a `get_config` of its own."""
    return bool(layer.keras_bases) and all(
        base.startswith("layers.") and base not in ROOTS for base in layer.keras_bases
    )


def _is_abstract(layer: LayerClass) -> bool:
    """Whether the class is only there to be extended, by its name, its docstring or its `call`."""
    if not layer.project.is_extended(layer):
        return False
    told = layer.docstring.casefold().startswith("abstract ")
    if told or layer.name.lstrip("_").startswith(("Base", "Abstract")):
        return True
    call = layer.call
    if call is None:
        return True
    return any(isinstance(node, cst.Raise) for node in call.node.body.body[-1:]) or any(
        method.is_abstract for method in layer.effective_methods()
    )


def _fix(
    layer: LayerClass, method: Method, config: Config, missing: Sequence[Argument]
) -> Fix | None:
    items = []
    for argument in missing:
        value = saved(layer, argument)
        if value is None or object_evidence(layer, argument, guarded=True):
            return None
        if _is_tensor(argument):
            return None
        items.append((argument.name, value))
    edits = add_keys(method, list(config.keys.values()), items)
    if not edits:
        return None
    keys = listed(name for name, _ in items)
    return Fix(f"Add {keys} to the config", tuple(edits), "safe")


def _is_tensor(argument: Argument) -> bool:
    """Whether its annotation says that it is a tensor or a weight, which no config can hold."""
    annotation = argument.parameter.annotation
    if annotation is None:
        return False
    names = list(names_below(annotation))
    return any(name.endswith(("Tensor", "Variable", "ndarray")) for name in names)
