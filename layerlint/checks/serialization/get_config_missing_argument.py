"""LL502: `get_config` leaves out an argument of `__init__`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import libcst as cst

from layerlint.checks.config_edits import add_keys, listed, saved
from layerlint.findings import Context, Finding
from layerlint.fixes.edit import Fix
from layerlint.model.calls import literal, self_attribute
from layerlint.model.config import Config, config_method, config_of
from layerlint.model.constructor import (
    BASE_ARGUMENTS,
    ROOTS,
    Argument,
    accepted,
    arguments_of,
    object_evidence,
    taken_from_kwargs,
)
from layerlint.model.layer import LayerClass

if TYPE_CHECKING:
    from layerlint.model.methods import Method


def check(layer: LayerClass, context: Context) -> Iterator[Finding]:
    """Report the arguments for which the config of the class has no key, once per class."""
    method = config_method(layer)
    if "__init__" not in layer.methods and method not in layer.methods.values():
        return
    config = config_of(layer) if method else Config(roots=frozenset(layer.keras_bases))
    if config is None or config.open or config.nothing or _is_abstract(layer):
        return
    if method is None and (not layer.complete or not _records(layer)):
        return
    missing = missing_arguments(layer, config)
    if not missing:
        return
    own = method is not None and method.owner is layer
    required = any(argument.required for argument in missing)
    base = method.owner.name if method else layer.keras_bases[0].rpartition(".")[2]
    message = ("" if own else "inherited") + ("-" if required and not own else "")
    yield Finding(
        method.node.name if method and own else layer.node.name,
        (message + ("required" if required else "")) or "default",
        {
            "layer": layer.name,
            "arguments": listed(argument.name for argument in missing),
            "base": base,
        },
        fix=_fix(layer, method, config, missing) if method and own else None,
        defect=("config", layer.qualname),
    )


def missing_arguments(layer: LayerClass, config: Config) -> list[Argument]:
    """The arguments that the class uses, and that its config has no key for."""
    takes = accepted(layer)
    misnamed = {
        attribute
        for key in config.keys.values()
        if takes is not None and key.name not in takes and key.value is not None
        if (attribute := self_attribute(key.value)) is not None
    }
    saved_by_base = not ROOTS.issuperset(config.roots)
    kept = config.keys.keys() | BASE_ARGUMENTS
    # A config with keys that only `**kwargs` takes is a way of its own to restore the class.
    other_way = not (taken_from_kwargs(layer) - BASE_ARGUMENTS).isdisjoint(config.keys)
    return [
        argument
        for argument in arguments_of(layer).values()
        if argument.name not in BASE_ARGUMENTS | _TENSORS
        and argument.name not in config.keys
        and argument.used
        and not (saved_by_base and argument.to_base)
        and not misnamed.intersection(argument.given)
        and not argument.feeds.intersection(kept)
        and not (other_way and not argument.required)
        and not _restored(layer, argument.name)
        and not _left_to_subclasses(layer, argument.name)
    ]


def _left_to_subclasses(layer: LayerClass, name: str) -> bool:
    """Whether the argument is there for the classes that extend this one to fix."""
    constructors = [
        other.methods["__init__"] for other in layer.subclasses if "__init__" in other.methods
    ]
    return bool(constructors) and not any(method.takes(name) for method in constructors)


# Symbolic tensors, which no config can hold.
_TENSORS = frozenset({"input_tensor", "inputs", "outputs"})


def _records(layer: LayerClass) -> bool:
    """Whether the base is a built-in layer with a `get_config` of its own."""
    return bool(layer.keras_bases) and all(
        base.startswith("layers.") and base not in ROOTS for base in layer.keras_bases
    )


def _is_abstract(layer: LayerClass) -> bool:
    """Whether the class is only there to be extended, by its name or its `call`."""
    if not layer.subclasses:
        return False
    if layer.name.lstrip("_").startswith(("Base", "Abstract")):
        return True
    call = layer.call
    if call is None:
        return True
    return any(isinstance(node, cst.Raise) for node in call.node.body.body[-1:]) or any(
        name.endswith("abstractmethod")
        for method in layer.effective_methods()
        for name in method.decorators
    )


def _restored(layer: LayerClass, name: str) -> bool:
    """Whether a `from_config` of the class's own may supply the argument."""
    method = layer.method("from_config")
    if method is None:
        return False
    passes_config = False
    for node in method.own_nodes():
        if literal(node) == name or (isinstance(node, cst.Name) and node.value == name):
            return True
        if isinstance(node, cst.Call):
            passes_config = passes_config or any(argument.star == "**" for argument in node.args)
            passes_config = passes_config or _is_super_from_config(node)
    return not passes_config


def _is_super_from_config(call: cst.Call) -> bool:
    return isinstance(call.func, cst.Attribute) and call.func.attr.value == "from_config"


def _fix(
    layer: LayerClass, method: Method, config: Config, missing: Sequence[Argument]
) -> Fix | None:
    items = []
    for argument in missing:
        value = saved(layer, argument)
        if value is None or object_evidence(layer, argument, guarded=True):
            return None
        items.append((argument.name, value))
    edits = add_keys(method, list(config.keys.values()), items)
    if not edits:
        return None
    keys = listed(name for name, _ in items)
    return Fix(f"Add {keys} to the config", tuple(edits), "safe")
