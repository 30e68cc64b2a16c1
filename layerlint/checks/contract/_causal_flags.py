"""Flags that say whether a layer attends to what comes later, and attentions that are not told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.model.constructor import arguments_of
from layerlint.queries.local_bindings import is_variable, names_in
from layerlint.syntax import cst
from layerlint.syntax.matching import keyword, literal, positional, self_attribute
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method

_FLAG = re.compile(r"(use_|is_)?causal(_mask)?")
_ATTENTIONS = frozenset({"layers.MultiHeadAttention", "layers.GroupQueryAttention"})
_TENSORS = frozenset({"query", "value", "key"})


def is_flag(name: str) -> bool:
    """Whether an argument of this name says it."""
    return _FLAG.fullmatch(name) is not None


def attends_to_its_input(call: cst.Call, method: Method) -> bool:
    """Whether a call gives all tensors the same: an attention to something else has no order."""
    given = [argument.value for argument in positional(call)]
    given += [each.value for each in call.args if each.keyword and each.keyword.value in _TENSORS]
    return len({method.module.source(each) for each in given}) == 1


def untold(
    layer: LayerClass, method: Method, dropped: frozenset[str]
) -> Iterator[tuple[cst.Call, str]]:
    """The attentions of a layer to its input that no mask is given, and the flag they lack.

    `dropped` are the arguments of the method that nothing in it reads.
    """
    flags = {name for name in dropped if is_flag(name)}
    kept = _only_kept(layer)
    if not flags and not kept:
        return
    for call in walk_kinds(method.node.body, cst.Call):
        held = layer.sublayers.get(self_attribute(call.func, method.self_name) or "")
        if held is None or held.keras not in _ATTENTIONS or any(each.star for each in call.args):
            continue
        masked = keyword(call, "attention_mask") is not None or len(positional(call)) > 3
        if masked or not attends_to_its_input(call, method):
            continue
        told = keyword(call, "use_causal_mask")
        if told is None and flags:
            yield call, min(flags)
        elif kept and (told is None or literal(told) in (True, False)):
            yield call, kept[0]


def _only_kept(layer: LayerClass) -> list[str]:
    """The arguments of `__init__` that are such flags and come to nothing but a config."""
    if layer.subclasses:
        return []
    found = []
    for argument in arguments_of(layer).values():
        if not is_flag(argument.name) or not argument.given or argument.converted:
            continue
        if argument.to_base or (argument.makes | argument.feeds) - set(argument.given):
            continue
        stored_once = _reads(layer, argument.name) == len(argument.given)
        if stored_once and all(_is_only_saved(layer, name) for name in argument.given):
            found.append(argument.name)
    return found


def _reads(layer: LayerClass, name: str) -> int:
    """How often the constructor reads an argument."""
    constructor = layer.constructor
    if constructor is None:
        return 0
    names = names_in(constructor.node.body).get(name, [])
    return sum(is_variable(node, constructor.module) for node in names)


def _is_only_saved(layer: LayerClass, attribute: str) -> bool:
    """Whether nobody reads an attribute but `get_config`, in the class and in its module."""
    reads = layer.attributes[attribute].reads
    if any(read.method.node.name.value != "get_config" for read in reads):
        return False
    module = layer.module
    mentions = module.facts(module.tree, names_in).get(attribute, [])
    members = [node for node in mentions if isinstance(module.parent(node), cst.Attribute)]
    return all(module.class_around(node) is layer.node for node in members)
