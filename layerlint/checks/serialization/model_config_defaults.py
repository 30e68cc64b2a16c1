"""LL511: a subclassed model without `get_config` is saved with defaults, or cannot be saved."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.serialization._copies import outcome
from layerlint.checks.serialization._given_twice import RETURNED, given_beside
from layerlint.checks.serialization._saved_elsewhere import is_said_unsaved
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.recipes.get_config import listed, new_get_config, own_from_config, saved
from layerlint.model.assignments import assigned, values_of
from layerlint.model.config import config_method
from layerlint.model.constructor import BASE_ARGUMENTS, Argument, arguments_of
from layerlint.model.constructor_keywords import accepted_keywords
from layerlint.model.evidence import object_evidence
from layerlint.model.layer import LayerClass
from layerlint.project.saving import saves_models
from layerlint.queries.construction_sites import made_within_owners
from layerlint.queries.saving_practice import keeps_weights_only, never_saved_whole
from layerlint.queries.scripts import runs_and_needs_no_config
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, literal
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.module import Module


@check(LayerClass)
def model_config_defaults(layer: LayerClass) -> Iterator[Finding]:
    """Report models that are saved with the defaults, and those that cannot be and should be."""
    constructor = layer.methods.get("__init__")
    if constructor is None or layer.keras_bases != ("Model",) or not layer.complete:
        return
    if config_method(layer) is not None or own_from_config(layer) is not None:
        return
    if is_said_unsaved(layer):
        return
    if constructor.varargs is not None:
        return  # the inputs and outputs of a functional model, which is saved in another way
    everything = list(arguments_of(layer).values())
    if any(literal(argument.default) is NOT_LITERAL for argument in everything):
        saving = _saving(layer)
        if saving is not None:
            yield _cannot_be_saved(layer, saving, everything)
        return
    arguments = [a for a in everything if a.name not in BASE_ARGUMENTS and a.used]
    if not arguments or made_within_owners(layer):
        return
    if never_saved_whole(layer.module) or keeps_weights_only(layer.module):
        return
    if runs_and_needs_no_config(layer) or not saves_models(layer.project.index, layer.module.path):
        return
    takes = accepted_keywords(layer)
    refused = takes is not None and not takes.issuperset(RETURNED["layer"])
    # What the base gets from the constructor, and once more from the config.
    given = given_beside(constructor, sorted(RETURNED["model"]))
    twice = dict.fromkeys(each.keyword.value for each in given if each.keyword is not None)
    restorable = not (refused or twice)
    yield Finding(
        layer.node.name,
        outcome(layer, arguments) if restorable else "refused" if refused else "twice",
        {
            "layer": layer.name,
            "arguments": listed(a.name for a in arguments),
            "twice": listed(twice),
        },
        fix=_fix(layer, arguments, only_three=layer.generations == {3}) if restorable else None,
    )


def _cannot_be_saved(layer: LayerClass, saving: cst.Call, everything: list[Argument]) -> Finding:
    module = layer.module
    line = module.text.count("\n", 0, module.span(saving).start) + 1
    names = [a.name for a in everything if literal(a.default) is NOT_LITERAL]
    plain = all(object_evidence(layer, argument) is None for argument in everything)
    used = [a for a in everything if a.name not in BASE_ARGUMENTS and a.used]
    return Finding(
        layer.node.name,
        "required",
        {"layer": layer.name, "arguments": listed(names), "line": line},
        fix=_fix(layer, used, only_three=False) if plain else None,
    )


def _saving(layer: LayerClass) -> cst.Call | None:
    """The first call of the module that writes a whole instance of the model to a file."""
    module = layer.module
    for node in (
        walk_kinds(module.tree, cst.Call)
        if ".save" in module.text or "save_model" in module.text
        else ()
    ):
        match node:
            case cst.Call(
                func=cst.Attribute(value=cst.Name() as model, attr=cst.Name("save")),
                args=[cst.Arg(value=path), *_],
            ):
                pass
            case cst.Call(
                func=function, args=[cst.Arg(value=cst.Name() as model), cst.Arg(value=path), *_]
            ) if module.keras(function) in ("models.save_model", "saving.save_model"):
                pass
            case _:
                continue
        if _is_file(module, path) and _is_instance(layer, model):
            return node
    return None


def _is_file(module: Module, path: cst.BaseExpression) -> bool:
    return module.source(path).rstrip("\"')").endswith((".keras", ".h5", ".hdf5"))


def _is_instance(layer: LayerClass, name: cst.Name) -> bool:
    """Whether a name is only ever bound to instances of the class where it is used."""
    module = layer.module
    scope = module.function(name) or module.tree
    values = values_of(name.value, assigned(scope, module))
    made = (layer.qualname, f"{module.name}.{layer.qualname}")
    return bool(values) and all(
        isinstance(value, cst.Call) and module.resolve(value.func) in made for value in values
    )


def _fix(layer: LayerClass, arguments: list[Argument], only_three: bool) -> Fix | None:
    """Save what each argument was; in Keras 2 that costs the name, which Keras saved before."""
    items = []
    for argument in arguments:
        value = saved(layer, argument)
        if value is None:
            return None
        items.append((argument.name, value))
    edits = new_get_config(layer, items)
    return Fix("Add `get_config`", tuple(edits), "safe" if only_three else "unsafe")
