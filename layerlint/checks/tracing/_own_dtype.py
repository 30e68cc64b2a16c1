"""Whether a layer has one dtype, by its own decision or because of who runs it.

A library runs in the precision that those who use it choose. An application has one of its own,
and its files say so where that is not float32.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.project.raw_text import CODE
from layerlint.queries.application import is_of_application, runs_models
from layerlint.queries.fixtures import is_test_file
from layerlint.queries.loops_by_hand import trained_by_own_loops
from layerlint.queries.scripts import is_of_script
from layerlint.syntax import cst

if TYPE_CHECKING:
    from layerlint.model.module import Module
    from layerlint.project.index import ProjectIndex

# What chooses another precision, for a model or for all.
_CHOICES = {
    **{
        word: CODE + word
        for word in ("mixed_precision", "mixed_float16", "float16", "fp16", "set_dtype_policy")
    },
    "set_floatx": CODE + r"\bset_floatx\((?!\s*[\"']float32[\"'])",
}


def under_mixed_precision(layer: LayerClass, found: Iterable[Finding]) -> Iterator[Finding]:
    """What is found of a layer that somebody may run so, and that does not do as it likes there."""
    if fixes_its_dtype(layer):
        return
    findings = list(found)
    # Who uses the layer is asked of few layers: it means to look through all of the repository.
    if findings and not (layer.module.once(_is_of_float32) or _is_of_script_in_float32(layer)):
        yield from findings


def _is_of_float32(module: Module) -> bool:
    """Whether no run of the module's models is under mixed precision.

    There is none in an application: a repository in which models are run, and that is not to be
    installed, where no file but those of tests has a word for half precision. Nor where loops of
    its own train them, which would have to scale the loss.
    """
    if is_of_application(module) and runs_models(module):
        return not _is_chosen(module.project.index)
    return trained_by_own_loops(module, _CHOICES)


def _is_of_script_in_float32(layer: LayerClass) -> bool:
    """Whether the class is a script's own, of an application: what other files say is not of it."""
    if not is_of_application(layer.module) or not is_of_script(layer):
        return False
    return not any(
        re.search(pattern, layer.module.text) is not None for pattern in _CHOICES.values()
    )


def _is_chosen(index: ProjectIndex) -> bool:
    """Whether a file of the project chooses another precision, and not to test layers under it."""
    return any(
        not is_test_file(path, index)
        for word, pattern in _CHOICES.items()
        for path in index.mentioning(word, pattern)
    )


def fixes_its_dtype(layer: LayerClass) -> bool:
    """Whether the class passes a dtype of its own to the constructor of its base."""
    return any(
        node.keyword is not None
        and node.keyword.value in ("dtype", "autocast")
        and not (isinstance(node.value, cst.Name) and node.value.value == "dtype")
        for base in layer.mro
        if (constructor := base.methods.get("__init__")) is not None
        for call in constructor.own_nodes(cst.Call)
        if _is_super_init(call)
        for node in call.args
    )


def _is_super_init(call: cst.Call) -> bool:
    return isinstance(call.func, cst.Attribute) and call.func.attr.value == "__init__"
