"""Arguments that are saved without a key of their own: by Keras, or beside the config."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from layerlint.facts.config import kept_attributes, saved_of_cell
from layerlint.syntax import cst
from layerlint.syntax.matching import is_super_call

if TYPE_CHECKING:
    from collections.abc import Iterable

    from layerlint.model.constructor import Argument
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method

# What Keras asks a layer for when it saves a file, besides the config, and what gets it back.
_BESIDE = {
    "get_build_config": "build_from_config",
    "save_own_variables": "load_own_variables",
}


def kept_by_base(argument: Argument, roots: Iterable[str]) -> bool:
    """Whether a built-in base saves what the class assigns to its attribute.

    `self.activation = activations.get(activation)` in a subclass of `Dense`. What it reads off a
    cell is saved as well, where the class gives it a cell that was made with it.
    """
    name = argument.name
    if argument.base_names and any(name in saved_of_cell(each) for each in roots):
        return True
    return name in argument.holders and any(name in kept_attributes(each) for each in roots)


def saved_beside(layer: LayerClass, argument: Argument) -> bool:
    """Whether methods of the class save and restore what holds the argument, beside the config."""
    held = argument.holders
    for saving, loading in _BESIDE.items():
        if layer.method(saving) is None or layer.method(loading) is None:
            continue
        if any(
            read.method.name == saving for each in held for read in layer.attributes[each].reads
        ):
            return True
    return False


def saves_itself(layer: LayerClass) -> bool:
    """Whether a model has a `save` of its own, which does not run that of Keras."""
    method = layer.method("save") if layer.kind == "model" else None
    return method is not None and not any(
        isinstance(call.func, cst.Attribute) and is_super_call(call.func.value)
        for call in method.own_nodes(cst.Call)
    )


def is_said_unsaved(layer: LayerClass) -> bool:
    """Whether the docstring of a class says that it is not there to be saved, or loaded."""
    return _UNSAVED.search(" ".join(layer.docstring.split())) is not None


def is_stub(method: Method | None) -> bool:
    """Whether a `get_config` returns nothing, and a comment in it says that this is on purpose."""
    if method is None:
        return False
    statements = list(method.node.body.body)
    if method.node.get_docstring() is not None:
        del statements[0]
    match statements:
        case [cst.SimpleStatementLine(body=[cst.Return(value=cst.Dict(elements=[]))])]:
            comments = re.findall(r"#(.*)", method.module.source(method.node))
            return any(map(_STUB.search, comments))
    return False


_UNSAVED = re.compile(
    r"\b(?:no[tn]|never|cannot)\s(?:\w+\s){0,3}"
    r"(?:saved|saveable|saving|(?:de)?seriali[sz](?:ed|able|ation|ing))\b",
    re.IGNORECASE,
)
_STUB = re.compile(
    r"\b(?:dummy|implement|implemented|NotImplementedError|placeholder|skip|skipped|stub"
    r"|unsupported|not supported)\b",
    re.IGNORECASE,
)
