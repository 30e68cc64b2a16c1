"""The mask that Keras attaches to what `Embedding(mask_zero=True)` gives, and where it is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from layerlint.checks.contract._masked_chains import layers_before, passes_mask, starts_mask
from layerlint.facts.members import MASK_USERS
from layerlint.queries.traced_code import nodes_of, traced
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, last_part, self_attribute
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.interpret.tensors.fact import Fact
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module

# A mask that was made before so many layers is followed no further.
LONGEST_CHAIN = 100


def losing_calls(layer: LayerClass) -> Iterator[tuple[cst.Call, str, Module]]:
    """Calls of sublayers that would use the mask, but get a tensor that has lost it."""
    for function in traced(layer):
        if function.method is None:
            continue
        for node in nodes_of(function, cst.Call):
            if len(node.args) < 1:
                continue
            name = self_attribute(node.func, function.method.self_name)
            sublayer = layer.sublayers.get(name) if name is not None else None
            if (
                sublayer is None
                or sublayer.container is not None
                or sublayer.keras not in MASK_USERS
            ):
                continue
            if _is_told(node) or not _has_lost(layer.values.of(node.args[0].value)):
                continue
            yield node, sublayer.attribute, function.module


def returns_without(layer: LayerClass) -> bool:
    """Whether `call` returns what was computed from a masked embedding, step by step."""
    return _has_lost(layer.values.returned)


def user_behind(layer: LayerClass) -> str | None:
    """The layer of Keras that gets no mask in a model of the module, because of `layer`."""
    users = layer.module.once(_users)
    return next((last_part(user) for user, before in users if _is_lost(before, layer)), None)


def _users(module: Module) -> list[tuple[str, list[cst.Call]]]:
    """The layers of Keras that use masks, each with those in front of it, nearest first."""
    calls = ((call, module.keras(call.func)) for call in walk_kinds(module.tree, cst.Call))
    return [
        (name, list(islice(layers_before(call, module), LONGEST_CHAIN)))
        for call, name in calls
        if name in MASK_USERS and name is not None
    ]


def _is_lost(before: Iterable[cst.Call], layer: LayerClass) -> bool:
    """Whether `layer` gets a mask from the layers in front of another one, and none comes to it."""
    lost = False
    for call in before:
        if starts_mask(call, layer.module):
            return lost
        if is_name(call.func, layer.name) and "<locals>" not in layer.qualname:
            lost = True
        elif not passes_mask(call, layer.module):
            return False
        elif not lost and layer.module.keras(call.func) in MASK_USERS:
            return False  # which gets no mask either
    return False


def _has_lost(fact: Fact) -> bool:
    return fact.implicit == "lost" and fact.steps


def _is_told(call: cst.Call) -> bool:
    """Whether a mask of some kind is passed."""
    return any(
        argument.star or (argument.keyword is not None and "mask" in argument.keyword.value)
        for argument in call.args
    )
