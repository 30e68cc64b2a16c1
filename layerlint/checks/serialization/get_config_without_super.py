"""LL503: `get_config` does not start from the base's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.serialization._saved_elsewhere import is_stub
from layerlint.declaration import check
from layerlint.facts.config import BASE_KEYS
from layerlint.facts.objects import OBJECT_KEYS
from layerlint.findings import Finding
from layerlint.fixes.edit import Edit, Fix
from layerlint.fixes.formatting import newline
from layerlint.fixes.lines import indentation, starts_line
from layerlint.fixes.recipes.base_keywords import give_way
from layerlint.fixes.recipes.get_config import listed, own_from_config
from layerlint.fixes.rewrite import insert_before, replace
from layerlint.model.config import Config, config_of, inherited_config
from layerlint.model.constructor import base_calls, passes_on
from layerlint.model.constructor_keywords import accepted_keywords
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer
from layerlint.queries.config_practice import config_never_read
from layerlint.queries.functional_model import saves_graph
from layerlint.queries.keras_objects import HAS_OBJECTS, classes_of, is_object
from layerlint.syntax import cst
from layerlint.syntax.matching import is_super_call

if TYPE_CHECKING:
    from layerlint.model.methods import Method


@check(LayerClass, Module, needs=AnyOf(HoldsLayer(), AllOf("get_config", HAS_OBJECTS)))
def get_config_without_super(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report a config of its own keys only, where the base's could be given back."""
    for layer in classes_of(subject):
        # Who reads a config is asked of the whole application: last.
        found = list(_class(layer))
        if found and not config_never_read(layer):
            yield from found


def _class(layer: LayerClass) -> Iterator[Finding]:
    method, constructor = layer.methods.get("get_config"), layer.constructor
    if method is None or constructor is None or not passes_on(constructor):
        return
    if is_stub(method):
        return
    config = config_of(layer)
    if config is None or config.open or config.nothing or config.roots or config.has("name"):
        return
    if own_from_config(layer) or not layer.keras_bases or _starts_from_base(method):
        return
    if is_object(layer) and layer.kind not in OBJECT_KEYS:
        return  # the base has nothing to save
    base = inherited_config(layer, layer)
    takes = accepted_keywords(layer)
    fixed = _fixed(constructor)
    lost = sorted(base.keys.keys() - config.keys.keys() - fixed)
    # What the constructor passes itself cannot be given back beside it.
    returnable = fixed.isdisjoint(base.keys) and (takes is None or takes.issuperset(base.keys))
    yield Finding(
        method.node.name,
        "object" if is_object(layer) else "arguments" if lost else "default",
        {
            "layer": layer.name,
            "base": layer.chain[1].rpartition(".")[2],
            "arguments": listed([*sorted(OBJECT_KEYS.get(layer.kind, ())), *lost]),
        },
        fix=_fix(layer, method, config) if returnable else None,
        generations=frozenset({3}) if layer.kind == "model" else None,
    )


def _starts_from_base(method: Method) -> bool:
    """Whether it asks the base already, which then is the one that leaves something out."""
    return any(
        node.attr.value == "get_config" and is_super_call(node.value)
        for node in method.own_nodes(cst.Attribute)
    )


def _fixed(constructor: Method) -> set[str]:
    """The keywords that the constructor passes to the base beside `**kwargs`, and does not take."""
    return {
        argument.keyword.value
        for call in base_calls(constructor)
        for argument in call.args
        if argument.keyword is not None and not constructor.takes(argument.keyword.value)
    }


def _fix(layer: LayerClass, method: Method, config: Config) -> Fix | None:
    """Begin with the base's keys, for which the constructor makes room."""
    if saves_graph(layer):
        return None  # whose layers may be registered nowhere
    begins = _beginning(method, config)
    room = _room(layer, method.module)
    return None if begins is None or room is None else Fix(_TITLE, (*begins, *room), "safe")


def _room(layer: LayerClass, module: Module) -> list[Edit] | None:
    """Let what the base saves win over what the constructor passes; None where others do, too."""
    constructor = layer.constructor
    varkw = constructor.varkw if constructor is not None else None
    if constructor is None or varkw is None:
        return None
    edits = []
    for call in base_calls(constructor):
        edits += give_way(constructor, call, varkw, BASE_KEYS.get(layer.kind, frozenset()))
    return edits if not edits or constructor.module is module else None


def _beginning(method: Method, config: Config) -> list[Edit] | None:
    """Put the base's keys in front of those of the display that the config begins as."""
    module = method.module
    own = [key for key in config.keys.values() if key.module is module]
    displays = {key.holder for key in own}
    if not displays:
        displays = set(method.own_nodes(cst.Dict))
    if not displays:
        return None
    first = min(displays, key=lambda node: module.span(node).start)
    if not isinstance(first, cst.Dict):
        return None
    if not first.elements:
        return replace(module, first, "super().get_config()")
    element = first.elements[0]
    node = element.key if isinstance(element, cst.DictElement) else element
    start = module.span(node).start
    gap = " "
    if starts_line(module.text, start):
        gap = newline(module) + indentation(module.text, start)
    return insert_before(module, node, f"**super().get_config(),{gap}")


_TITLE = "Start from `super().get_config()`"
