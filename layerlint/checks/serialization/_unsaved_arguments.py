"""Arguments of the constructor that the configuration of a layer leaves out."""

from __future__ import annotations

import re

from layerlint.checks.serialization._from_config import restored
from layerlint.checks.serialization._one_value import has_one_value
from layerlint.checks.serialization._only_names import only_names
from layerlint.checks.serialization._saved_elsewhere import (
    is_stub,
    kept_by_base,
    saved_beside,
    saves_itself,
)
from layerlint.facts.config import UNSAVED_BY_BASE
from layerlint.model.config import Config, config_method
from layerlint.model.constructor import (
    Argument,
    arguments_of,
    base_arguments,
    is_plain,
)
from layerlint.model.constructor_keywords import accepted_keywords, refuses, taken_from_kwargs
from layerlint.model.layer import LayerClass
from layerlint.syntax import cst
from layerlint.syntax.matching import self_attribute
from layerlint.syntax.walk import walk_kinds


def missing_arguments(layer: LayerClass, config: Config) -> list[Argument]:
    """The arguments that the class uses, and that its config has no key for.

    None of them where all that lack are the business of a base or of subclasses, or say what
    weights begin with.
    """
    if saves_itself(layer) or is_stub(config_method(layer)):
        return []
    named = {*misnamed(layer, config).values()}
    lacking = [
        argument
        for argument in arguments_of(layer).values()
        if argument.used and argument.name not in named and _is_lost(layer, argument, config)
    ]
    of_base = base_arguments(layer)
    # A config with keys that only `**kwargs` takes is a way of its own to restore the class.
    taken = taken_from_kwargs(layer) - of_base
    if taken and (not taken.isdisjoint(config.keys) or not is_plain(config.roots)):
        own = not taken.isdisjoint(config.keys)
        lacking = [each for each in lacking if each.required or (each.given and not own)]
    told = any(_is_own_business(layer, argument, config) for argument in lacking)
    return lacking if told and not all(_only_begins(layer, each) for each in lacking) else []


def _is_lost(layer: LayerClass, argument: Argument, config: Config) -> bool:
    """Whether a copy that is made of the config has not what the argument was."""
    name, of_base = argument.name, base_arguments(layer)
    if name in config.keys or name in _TENSORS or refuses(layer, name):
        return False
    if name in of_base - (UNSAVED_BY_BASE if is_plain(config.roots) else frozenset()):
        return False
    if argument.to_base and (name in of_base or not is_plain(config.roots)):
        return False
    if argument.feeds.intersection(config.keys.keys() | of_base) or restored(layer, name):
        return False
    if kept_by_base(argument, config.roots):
        return False
    return argument.required or not (
        name == _SEED
        or _saved_within(layer, argument, config)
        or _read_back(layer, argument, config)
        or saved_beside(layer, argument)
        or has_one_value(layer, argument)
        or only_names(layer, argument)
        or _left_out_on_purpose(layer, name)
        or (name == "name" and layer.kind in _NAMELESS)
    )


def _only_begins(layer: LayerClass, argument: Argument) -> bool:
    """Whether the argument says what weights begin with: a copy is given those that were trained.

    Not where `call` reads it, or where it has to be passed.
    """
    if argument.required or _BEGINS.search(argument.name) is None:
        return False
    return not any(
        read.method.name == "call"
        for attribute in argument.holders | argument.makes
        for read in layer.attributes[attribute].reads
    )


def misnamed(layer: LayerClass, config: Config) -> dict[str, str]:
    """The arguments that are saved under keys that the constructor does not take, by the key.

    `"rate": self.dropout_rate`, also where the value is made of this and no other argument that
    lacks.
    """
    takes = accepted_keywords(layer)
    given, optional, made = _lacking_by_attribute(layer, config)
    found: dict[str, str] = {}
    for key in config.keys.values() if takes is not None else ():
        if takes is None or key.name in takes or key.value is None:
            continue
        held = {self_attribute(node) for node in walk_kinds(key.value, cst.Attribute)}
        meant = given.get(self_attribute(key.value), [])
        meant = meant or [name for each in held for name in optional.get(each, ())]
        meant = meant or [name for each in _attributes(key.value) for name in made.get(each, ())]
        if len(meant) == 1:
            found[key.name] = meant[0]
    return found


_ByAttribute = dict[str | None, list[str]]


def _lacking_by_attribute(
    layer: LayerClass, config: Config
) -> tuple[_ByAttribute, _ByAttribute, _ByAttribute]:
    """The arguments without a key by the attributes that hold them; those of them that need not be
    passed; and these by the attributes in which they have a part."""
    given, optional, made = _ByAttribute(), _ByAttribute(), _ByAttribute()
    for argument in arguments_of(layer).values():
        if argument.name in config.keys:
            continue
        for attribute in {*argument.given}:
            given.setdefault(attribute, []).append(argument.name)
        if argument.required:
            continue
        for attribute in {*argument.given}:
            optional.setdefault(attribute, []).append(argument.name)
        for attribute in argument.makes:
            made.setdefault(attribute, []).append(argument.name)
    return given, optional, made


def _is_own_business(layer: LayerClass, argument: Argument, config: Config) -> bool:
    """Whether the argument is not the business of a base, nor left to subclasses."""
    if argument.name in UNSAVED_BY_BASE and not argument.required:
        return False
    return not _lost_by_base(layer, argument, config) and not _left_to_subclasses(
        layer, argument.name
    )


def _saved_within(layer: LayerClass, argument: Argument, config: Config) -> bool:
    """Whether the config has what the argument helped to make, as another argument.

    `self.net = make(net, **net_options)` needs no `net_options` where `net` is `self.net`.
    """
    arguments = arguments_of(layer)
    return any(
        attribute in argument.makes and attribute in arguments[key.name].makes
        for key in config.keys.values()
        if key.name in arguments and key.name != argument.name
        for attribute in _attributes(key.value)
    )


def _read_back(layer: LayerClass, argument: Argument, config: Config) -> bool:
    """Whether the argument's attribute is read off another argument that the config has.

    As in `self.units = self.encoder.units`, where a copy is given the encoder.
    """
    arguments = arguments_of(layer)
    saved = [arguments[name] for name in config.keys if name in arguments]
    kept = {attribute for each in saved for attribute in each.given}
    names = {each.name for each in saved}
    for attribute in argument.given:
        for binding in layer.attributes[attribute].bindings:
            match binding.value:
                case cst.Attribute(value=cst.Name(value=owner)) if owner in names:
                    return True
                case cst.Attribute(value=owner) if self_attribute(owner) in kept:
                    return True
    return False


def _attributes(value: cst.BaseExpression | None) -> list[str]:
    """The attribute that a key saves, as it is or by way of functions: `serialize(self.net)`."""
    while isinstance(value, cst.Call) and len(value.args) == 1:
        value = value.args[0].value
    attribute = self_attribute(value) if value is not None else None
    return [attribute] if attribute is not None else []


def _lost_by_base(layer: LayerClass, argument: Argument, config: Config) -> bool:
    """Whether the argument is nothing but one of a base of the project, which does not save it."""
    base = layer.mro[1].constructor if len(layer.mro) > 1 else None
    if base is None or argument.makes or not argument.base_names:
        return False
    return argument.base_names.isdisjoint(config.keys) and all(
        base.takes(name) for name in argument.base_names
    )


def _left_out_on_purpose(layer: LayerClass, name: str) -> bool:
    """Whether a comment in `get_config`, or a docstring, says that the argument is not saved."""
    method = config_method(layer)
    if method is None:
        return False
    comments = re.findall(r"#(.*)", method.module.source(method.node))
    constructor = layer.constructor
    told = [layer.docstring, method.node.get_docstring() or ""]
    told += [constructor.node.get_docstring() or ""] if constructor is not None else []
    sentences = [
        sentence
        for text in told
        for sentence in re.split(r"\.\s|\n\s*\n", text)
        if _SAVING.search(sentence)
    ]
    # Of `candidate_ids`, people may speak as of the candidates.
    spoken = "|".join([name, *(part for part in name.split("_") if len(part) >= _TELLING)])
    return any(
        re.search(rf"\b(?:{named})", text) and _NOT.search(text)
        for named, texts in ((rf"{name}\b", comments), (spoken, sentences))
        for text in texts
    )


# Letters of a word that is not in every sentence.
_TELLING = 7
_NOT = re.compile(r"\bno[tn]?\b|n't\b|\b(never|omit|skip|exclud|without|ignor)", re.IGNORECASE)


_SAVING = re.compile(r"serializ|serialis|\bsave|\bsaving|restor|config\b", re.IGNORECASE)


def _left_to_subclasses(layer: LayerClass, name: str) -> bool:
    """Whether the argument is there for the classes that extend this one to fix."""
    constructors = [
        other.methods["__init__"] for other in layer.subclasses if "__init__" in other.methods
    ]
    return bool(constructors) and not any(method.takes(name) for method in constructors)


# Of these a name is at most that of a scope.
_NAMELESS = frozenset({"regularizer", "initializer", "constraint", "schedule"})
_BEGINS = re.compile(r"initiali[sz](er|ation|ers)(_|$)|_init$")
# A copy draws other numbers than the first did, which no trained model depends on.
_SEED = "seed"
# Symbolic tensors, which no config can hold.
_TENSORS = frozenset({"input_tensor", "inputs", "outputs"})
