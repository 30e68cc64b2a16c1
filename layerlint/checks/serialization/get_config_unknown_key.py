"""LL504: `get_config` has a key that `__init__` does not take, or reads a missing attribute."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from layerlint.checks.serialization._config_reads import (
    missing_attributes,
    named_again,
    unbound_names,
    unknown_keys,
    unsaved_keys,
)
from layerlint.checks.serialization._given_twice import first_given_twice, given_twice
from layerlint.checks.serialization._unsaved_arguments import misnamed, missing_arguments
from layerlint.declaration import check
from layerlint.findings import Defect, Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.lists import join_deletions
from layerlint.fixes.recipes.get_config import delete_key, listed, saved, special_from_config
from layerlint.fixes.rewrite import replace
from layerlint.model.config import Config, Key, config_method, config_of
from layerlint.model.constructor import (
    arguments_of,
)
from layerlint.model.constructor_keywords import accepted_keywords
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer
from layerlint.queries.config_practice import config_never_read
from layerlint.queries.construction_sites import made_by_owners_only
from layerlint.queries.functional_model import takes_anything
from layerlint.queries.keras_objects import HAS_OBJECTS, classes_of, is_object
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, self_attribute

if TYPE_CHECKING:
    from layerlint.model.methods import Method


@check(LayerClass, Module, needs=AnyOf(HoldsLayer(), AllOf("get_config", HAS_OBJECTS)))
def get_config_unknown_key(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report keys that cannot be given back to `__init__`, and attributes that do not exist."""
    for layer in classes_of(subject):
        found = list(_class(layer))
        # What only owners make is saved through them, and made anew.
        if not found or made_by_owners_only(layer):
            continue
        unread = config_never_read(layer)
        # A config that a layer has without need was written to be right all the same.
        yield from (
            finding
            for finding in found
            if not unread or (finding.message not in ("first", "twice") and not is_object(layer))
        )


def _class(layer: LayerClass) -> Iterator[Finding]:
    unset = list(missing_attributes(layer))
    if unset:
        names = listed(f"self.{name}" for name, _ in unset)
        yield Finding(unset[0][1], "attribute", {"layer": layer.name, "attributes": names})
    unbound, config = list(unbound_names(layer)), config_of(layer)
    if unbound and config is not None:
        yield _unbound(layer, config, unbound)
    for node, key in unsaved_keys(layer):
        yield Finding(node, "unread", {"layer": layer.name, "key": key})
    if special_from_config(layer) or not {"__init__", "get_config"}.intersection(layer.methods):
        return
    if "Sequential" in layer.keras_bases:
        return  # its `from_config` makes the model with its name alone, on Keras 2 and 3
    if config is None and config_method(layer) is None:
        config = Config(roots=frozenset(layer.keras_bases))
    if config is None or config.nothing:
        return
    read = {*(node for _, node in unset), *(key.value for _, key in unbound)}
    unknown = [key for key in unknown_keys(layer, config) if key.value not in read]
    yield from _refused(layer, config, unknown, "later" if read else "default")
    yield from _given_twice(layer, config)


def _unbound(layer: LayerClass, config: Config, unbound: list[tuple[str, Key]]) -> Finding:
    """One finding for the names of a config that do not exist."""
    refused = [] if special_from_config(layer) else unknown_keys(layer, config)
    own = layer.methods["get_config"]
    kept = _kept(layer, config, own, refused)
    fixes = [
        _fix(layer, config, key, kept) if key in refused else _bound(layer, name, key)
        for name, key in unbound
    ]
    names = listed(dict.fromkeys(name for name, _ in unbound))
    node = unbound[0][1].value or unbound[0][1].node
    return Finding(node, "name", {"layer": layer.name, "names": names}, fix=_together(layer, fixes))


def _bound(layer: LayerClass, name: str, key: Key) -> Fix | None:
    """Save the attribute that an argument is kept in where its name alone was written."""
    argument = arguments_of(layer).get(name)
    value = saved(layer, argument) if argument is not None else None
    if value is None or key.value is None or not is_name(key.value, name):
        return None
    return Fix(f"Save `{value}`", tuple(replace(key.module, key.value, value)), "safe")


def _refused(
    layer: LayerClass, config: Config, unknown: list[Key], message: str
) -> Iterator[Finding]:
    """One finding for the keys of a config that the constructor does not take."""
    own = layer.methods.get("get_config")
    here = [key for key in unknown if key.module is layer.module and key.owner is own]
    keys = here or [key for key in unknown if not _refused_by_writer(key)]
    if not keys:
        return
    kept = _kept(layer, config, own, keys) if here and own is not None else ()
    yield Finding(
        keys[0].node if here else layer.node.name,
        message,
        {"layer": layer.name, "keys": listed(key.name for key in keys)},
        generations=frozenset({2}) if takes_anything(layer) else None,
        fix=_together(layer, [_fix(layer, config, key, kept) if here else None for key in keys]),
        # What the base saves and the constructor does not take at all is LL404's to say.
        defect=Defect(layer, "config" if here else "constructor"),
    )


def _kept(layer: LayerClass, config: Config, method: Method, keys: list[Key]) -> set[str]:
    """The keys that nobody may remove, though the constructor does not take them.

    All of them where an argument has no key: what it needs may be in there.
    """
    if missing_arguments(layer, config):
        return {key.name for key in keys}
    return {*misnamed(layer, config), *named_again(layer, method, keys)}


def _refused_by_writer(key: Key) -> bool:
    """Whether the class whose `get_config` writes a key does not take it either: said there."""
    takes = accepted_keywords(key.owner.owner) if key.owner is not None else None
    return takes is not None and key.name not in takes


def _together(layer: LayerClass, fixes: list[Fix | None]) -> Fix | None:
    """The fixes of several keys as one, where each has one."""
    made = [fix for fix in fixes if fix is not None]
    if len(made) != len(fixes) or len(made) < 2:
        return made[0] if len(made) == len(fixes) else None
    title = "; ".join(fix.title for fix in made)
    edits = [edit for fix in made for edit in fix.edits]
    return Fix(title, tuple(join_deletions(layer.module, edits)), "safe")


def _given_twice(layer: LayerClass, config: Config) -> Iterator[Finding]:
    """Keys of the base that `__init__` passes to the base itself, beside `**kwargs`."""
    first = first_given_twice(layer, config)
    if first is not None:
        handed, parameter = first
        fields = {"layer": layer.name, "key": handed, "parameter": parameter.name}
        yield Finding(parameter.node, "first", fields, defect=Defect(layer, "config"))
        return
    for twice in given_twice(layer, config):
        names = [name for name, _ in twice]
        yield Finding(
            twice[0][1].keyword or twice[0][1],
            "twice",
            {"layer": layer.name, "keys": listed(names)},
            generations=_generations(layer, names),
            defect=Defect(layer, "config"),
        )


def _generations(layer: LayerClass, keys: list[str]) -> frozenset[int] | None:
    """Where the config has the keys, None for both generations.

    Keras 2 has none of models, and leaves out the function of what derives from its wrapper.
    """
    wraps = any(base.endswith("MeanMetricWrapper") for base in layer.keras_bases)
    only3 = (wraps and keys == ["fn"]) or (layer.kind == "model" and keys == ["name"])
    return frozenset({3}) if only3 else None


def _tells_of_argument(layer: LayerClass, config: Config, key: Key, attribute: str | None) -> bool:
    """Whether what a key saves was made of an argument that the config has not itself."""
    return any(
        key.name in argument.feeds or attribute in argument.makes
        for argument in arguments_of(layer).values()
        if argument.name not in config.keys
    )


def _fix(layer: LayerClass, config: Config, key: Key, kept: Collection[str]) -> Fix | None:
    """Give the key the name of the argument whose value it holds, or remove what is not `kept`."""
    attribute = self_attribute(key.value) if key.value is not None else None
    arguments = arguments_of(layer)
    meant = [a.name for a in arguments.values() if attribute in a.given]
    if len(meant) == 1 and meant[0] not in config.keys:
        if not isinstance(key.node, cst.SimpleString):
            return None
        quote = key.node.quote
        edits = replace(key.module, key.node, f"{quote}{meant[0]}{quote}")
        return Fix(f"Rename the key to `{meant[0]}`", tuple(edits), "safe")
    if key.name in kept or _tells_of_argument(layer, config, key, attribute):
        return None
    removed = delete_key(key)
    return Fix(f"Remove `{key.name}`", tuple(removed), "safe") if removed else None
