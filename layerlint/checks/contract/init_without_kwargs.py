"""LL404: `get_config` holds what `__init__` does not take."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.contract._saved_with_models import is_saved_with_model
from layerlint.declaration import check
from layerlint.facts.config import BASE_KEYS, ROOTS
from layerlint.facts.objects import OBJECT_ROOTS
from layerlint.facts.tensors import PLAIN_LAYERS
from layerlint.findings import Defect, Finding
from layerlint.fixes.edit import Edit, Fix
from layerlint.fixes.recipes.base_keywords import hand_on, loads_with
from layerlint.fixes.recipes.get_config import special_from_config
from layerlint.fixes.rewrite import add_parameter, insert_after
from layerlint.model.config import config_method, config_of, is_root, takes_out_keys
from layerlint.model.constructor import base_calls, is_plain, passes_on
from layerlint.model.constructor_keywords import accepted_keywords
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer
from layerlint.queries.config_practice import config_never_read
from layerlint.queries.construction_sites import made_by_owners_only
from layerlint.queries.keras_objects import HAS_OBJECTS, classes_of, is_object

if TYPE_CHECKING:
    from layerlint.model.methods import Method

# The bases whose `from_config` calls the class with what is in the configuration.
_CALLED_WITH_CONFIG = ROOTS | OBJECT_ROOTS.keys() | PLAIN_LAYERS


@check(LayerClass, Module, needs=AnyOf(HoldsLayer(), AllOf("get_config", HAS_OBJECTS)))
def init_without_kwargs(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report a constructor that refuses keys which the configuration holds."""
    for layer in classes_of(subject):
        yield from _class(layer)


def _class(layer: LayerClass) -> Iterator[Finding]:
    constructor = layer.methods.get("__init__")
    keys = BASE_KEYS.get(layer.kind)
    if constructor is None or not layer.keras_bases or keys is None:
        return
    if not _CALLED_WITH_CONFIG.issuperset(layer.keras_bases) or special_from_config(layer):
        return
    takes = accepted_keywords(layer)
    if takes is None or takes >= keys or passes_on(constructor):
        return  # what is handed on, a constructor further up refuses, which is reported there
    generations = _generations(layer)
    if generations is None:
        return
    if made_by_owners_only(layer):
        return  # what owners make is saved through them, and made anew
    if config_never_read(layer):
        return
    yield Finding(
        constructor.node.name,
        _message(layer),
        {"layer": layer.name, "kind": layer.kind},
        fix=_fix(layer, constructor, keys),
        generations=generations,
        defect=Defect(layer, "constructor"),
    )


def _message(layer: LayerClass) -> str:
    if config_method(layer) is not None:
        return "default"
    return "automatic" if _is_registered(layer) else "saved"


def _generations(layer: LayerClass) -> frozenset[int] | None:
    """Where the configuration certainly holds the base's keys; None where it may not."""
    method = config_method(layer)
    if method is None and is_object(layer):
        return None
    if method is None:
        # Keras 3 makes it from the constructor's arguments, if the class is meant to be saved.
        meant = _is_registered(layer) or (layer.kind == "layer" and is_saved_with_model(layer))
        return frozenset({3}) if meant and layer.complete else None
    config = config_of(layer)
    if config is None or not config.roots or config.nothing or takes_out_keys(method):
        return None
    return frozenset({3}) if layer.kind == "model" else frozenset({2, 3})


def _is_registered(layer: LayerClass) -> bool:
    decorators = (layer.module.source(each.decorator) for each in layer.node.decorators)
    return any("serializable" in name for name in decorators)


def _fix(layer: LayerClass, constructor: Method, keys: frozenset[str]) -> Fix | None:
    """Take `**kwargs` and hand them on: safe where no other key is then in the way of loading."""
    calls = list(base_calls(constructor))
    base = layer.method_after(layer, "__init__")
    if base is None or is_root(base.owner):
        open_base = bool(layer.keras_bases)
    else:
        open_base = base.varkw is not None
    if len(calls) != 1 or not open_base or constructor.varkw is not None:
        return None
    if not is_plain(layer.keras_bases) and base is not None:
        return None
    handed = hand_on(constructor, calls[0], "kwargs", keys)
    if handed is None:
        return None
    title = "Take `**kwargs` and hand them to `super().__init__()`"
    edits = (*_parameter(constructor), *handed)
    return Fix(title, edits, "safe" if loads_with(layer, keys) else "unsafe")


def _parameter(constructor: Method) -> list[Edit]:
    last = constructor.node.params.kwonly_params
    if last:
        return insert_after(constructor.module, last[-1], ", **kwargs")
    return add_parameter(constructor.module, constructor.node, "**kwargs")
