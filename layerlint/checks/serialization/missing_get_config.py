"""LL501: `__init__` takes an object, and there is no `get_config`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layerlint.checks.serialization._configs_of_objects import objects_without_config
from layerlint.checks.serialization._saved_elsewhere import is_said_unsaved
from layerlint.declaration import check
from layerlint.facts.config import ROOTS
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.recipes.get_config import from_config, new_get_config, own_from_config, saved
from layerlint.fixes.spelling import spell
from layerlint.model.config import config_method
from layerlint.model.constructor import (
    BASE_ARGUMENTS,
    Argument,
    arguments_of,
    base_calls,
)
from layerlint.model.constructor_keywords import refuses
from layerlint.model.evidence import object_evidence
from layerlint.model.layer import LayerClass
from layerlint.model.methods import Method
from layerlint.model.module import Module
from layerlint.project.needs import AnyOf, HoldsLayer
from layerlint.queries.class_uses import made_by_nobody
from layerlint.queries.config_practice import restored_from_configs, told_to_keras
from layerlint.queries.construction_sites import made_by_owners_only
from layerlint.queries.keras_objects import HAS_OBJECTS
from layerlint.queries.saving_practice import saves_traces_alone
from layerlint.queries.scripts import runs_and_needs_no_config
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name


@check(LayerClass, Module, needs=AnyOf(HoldsLayer(), HAS_OBJECTS))
def missing_get_config(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report what is saved without an argument that it needs, or cannot be saved because of it."""
    if isinstance(subject, LayerClass):
        yield from _layer(subject)
    else:
        yield from objects_without_config(subject)


def _layer(layer: LayerClass) -> Iterator[Finding]:
    """Report the first argument of a layer that keeps Keras from making a config by itself."""
    constructor = layer.methods.get("__init__")
    if constructor is None or layer.kind != "layer" or not layer.complete:
        return
    if config_method(layer) is not None or not ROOTS.issuperset(layer.keras_bases):
        return
    arguments = list(arguments_of(layer).values())
    for argument in arguments:
        found = _object(layer, argument)
        if found is not None:
            if not _restored(layer, argument):
                return
            message, what = found
            if _SETTINGS.search(argument.name) and _is_part_of_package(layer):
                return  # of its program, which makes such a layer from them
            yield Finding(
                constructor.node.name,
                message,
                {"layer": layer.name, "argument": argument.name, "what": what},
                fix=_fix(layer, arguments),
                generations=frozenset({3}) if message == "default-object" else None,
            )
            return
    varargs = constructor.varargs
    if varargs is None or refuses(layer, varargs):
        return
    if _stored(constructor, varargs) and _restored(layer, None):
        yield Finding(constructor.node.name, "varargs", {"layer": layer.name, "argument": varargs})


def _restored(layer: LayerClass, argument: Argument | None) -> bool:
    """Whether anybody makes the layer again from a config.

    A layer around a whole model runs it: what is saved is the model.
    """
    if made_by_owners_only(layer) or made_by_nobody(layer):
        return False
    if _is_loss(layer) or is_said_unsaved(layer):
        return False
    if told_to_keras(layer.module, layer.node):
        return True
    if layer.generations == {2} and saves_traces_alone(layer.module):
        return False
    if _is_of_family_without_configs(layer):
        return False
    if argument is not None and _is_model(layer, argument):
        return False
    return not runs_and_needs_no_config(layer) and restored_from_configs(layer.module)


def _is_of_family_without_configs(layer: LayerClass) -> bool:
    """Whether a base of the package has many subclasses, and no config is written for any of them.

    They are copied and kept in another way, as policies and their networks are.
    """
    base = next(iter(layer.mro[1:]), None)
    family = [] if base is None else [base, *base.subclasses]
    return len(family) > _MANY and not any("get_config" in each.methods for each in family)


def _is_part_of_package(layer: LayerClass) -> bool:
    """Whether a package has the class for its own use, and tells Keras nothing of it."""
    module = layer.module
    inside = module.index.is_package or "." in module.name
    return inside and not told_to_keras(module, layer.node)


def _is_loss(layer: LayerClass) -> bool:
    """Whether it is called as losses are, though it is a layer: no model holds it."""
    names = [each.name for each in layer.call.positional] if layer.call is not None else []
    targets = _TARGETS.intersection(names[:2])
    return len(names) >= _PAIR and bool(targets) and "add_loss" not in layer.module.text


def _is_model(layer: LayerClass, argument: Argument) -> bool:
    """Whether an argument is a whole model, by its annotation or else by its name."""
    annotation = argument.parameter.annotation
    if annotation is not None:
        return layer.module.keras(annotation) == "Model"
    return argument.name.rpartition("_")[2] == "model"


def _object(layer: LayerClass, argument: Argument) -> tuple[str, str] | None:
    """Why an argument is an object: the message and what to call it."""
    if argument.name in BASE_ARGUMENTS or not argument.used:
        return None
    annotated = _annotation(layer, argument)
    if annotated is not None and argument.required:
        return "default", annotated
    if argument.default is not None:
        default = _default(layer, argument.default)
        return None if default is None else ("default-object", default)
    evidence = object_evidence(layer, argument)
    if evidence == "read" and _passed_plainly(layer, argument):
        return None
    return None if evidence is None else ("default", _WORDS[evidence])


_MANY = 5
# What losses compare predictions with.
_TARGETS = frozenset({"y_true", "true", "target", "targets", "label", "labels"})
_PAIR = 2
# What packages call the settings of all that they run.
_SETTINGS = re.compile(
    r"(?:^|_)(?:args|cfg|configs?|flags|h?params?|opts?|options|settings|specs?)$"
)
_WORDS = {
    "called": "called, so it is a layer or a function",
    "built": "a layer",
    "items called": "a list of layers or functions",
    "read": "an object whose attributes are read",
}


def _annotation(layer: LayerClass, argument: Argument) -> str | None:
    node = argument.parameter.annotation
    if isinstance(node, cst.Subscript):
        node = node.value
    if node is None or isinstance(node, (cst.SimpleString, cst.BinaryOperation)):
        return None
    module = layer.module
    name = module.resolve(node) or ""
    keras = module.keras(node) or ""
    if (
        keras == "Model"
        or keras.startswith("layers.")
        or layer.project.find_layer(name, module.path)
    ):
        return "a layer"
    if name in ("typing.Callable", "collections.abc.Callable"):
        return "a function"
    if name in ("numpy.ndarray", "tensorflow.Tensor"):
        return "an array"
    return None


def _default(layer: LayerClass, node: cst.BaseExpression) -> str | None:
    module = layer.module
    if isinstance(node, cst.Lambda):
        return "a lambda"
    if isinstance(node, (cst.Name, cst.Attribute)):
        keras, tf = module.keras(node) or "", module.tf(node) or ""
        if keras.startswith("activations.") or tf.startswith(("nn.", "math.", "keras.")):
            return "a function"
        if isinstance(node, cst.Name) and node.value in module.function_defs:
            return "a function"
    if isinstance(node, cst.Call):
        keras = module.keras(node.func) or ""
        if keras.startswith(("initializers.", "regularizers.", "layers.", "constraints.")):
            return "an object"
    return None


def _passed_plainly(layer: LayerClass, argument: Argument) -> bool:
    """Whether the attributes that are read may be those of a namespace of strings and numbers.

    Objects of the standard library and of Python's own types are plain enough to Keras nowhere;
    only a subclass of `str` or a number would be, which no code that reads attributes expects.
    """
    node = argument.parameter.annotation
    return node is not None and (layer.module.resolve(node) or "").startswith("builtins.")


def _stored(constructor: Method, varargs: str) -> bool:
    """Whether `*args` is used for more than being passed to the base."""
    calls = list(base_calls(constructor))
    for node in constructor.own_nodes(cst.Name):
        if is_name(node, varargs):
            parent = constructor.module.parent(node)
            if isinstance(parent, cst.Param):
                continue
            call = constructor.module.parent(parent) if isinstance(parent, cst.Arg) else None
            if not any(call is base for base in calls):
                return True
    return False


def _fix(layer: LayerClass, arguments: list[Argument]) -> Fix | None:
    """Give the class a `get_config`, and a `from_config` that makes the layers in it."""
    if own_from_config(layer) is not None:
        return None
    serialize, imported = spell(layer.module, layer.node, "keras.layers.serialize")
    items, rebuilt = [], []
    for argument in arguments:
        if argument.name in BASE_ARGUMENTS or not argument.used:
            continue
        value = saved(layer, argument)
        evidence = object_evidence(layer, argument)
        if value is None or evidence in ("read", "items called"):
            return None
        if evidence is not None or _annotation(layer, argument) == "a layer":
            value = f"{serialize}({value})"
            rebuilt.append(argument.name)
        items.append((argument.name, value))
    if not rebuilt:
        return None
    more = from_config(layer, rebuilt, serialize.replace("serialize", "deserialize"))
    edits = (*imported, *new_get_config(layer, items, more))
    return Fix("Add `get_config`", edits, "unsafe")
