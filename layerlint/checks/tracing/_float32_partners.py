"""Which float32 tensors have to follow the policy together: those that meet each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from layerlint.syntax import cst
from layerlint.syntax.matching import self_attribute

if TYPE_CHECKING:
    from layerlint.interpret.tensors.fact import Facts
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module

# The operands that have to be of one dtype, and the module that they stand in.
Meeting = tuple[Sequence[cst.BaseExpression], "Module"]


@dataclass(slots=True)
class Partners:
    """What makes float32 tensors that meet each other.

    `stuck` where they also meet one that stays float32: they would not fit it any more.
    """

    origins: list[cst.CSTNode] = field(default_factory=list)
    stuck: bool = False


def partners(meetings: Iterable[Meeting], layer: LayerClass) -> dict[int, Partners]:
    """The partners of each node that makes a float32 tensor, itself among them, by its id."""
    found: dict[int, Partners] = {}
    for operands, module in meetings:
        facts = [layer.values.of(each) for each in operands]
        origins = [fact.origin for fact in facts if fact.origin is not None]
        if not origins:
            continue
        group = _of(origins[0], found)
        for origin in origins[1:]:
            group = _merged(group, _of(origin, found), found)
        group.stuck |= any(
            fact.origin is None and _stays_float32(each, layer.values, module, layer)
            for each, fact in zip(operands, facts, strict=True)
        )
    return found


def _of(origin: cst.CSTNode, found: dict[int, Partners]) -> Partners:
    return found.setdefault(id(origin), Partners([origin]))


def _merged(first: Partners, second: Partners, found: dict[int, Partners]) -> Partners:
    """The larger one, with what the smaller one has."""
    if first is second:
        return first
    small, large = sorted((first, second), key=lambda each: len(each.origins))
    large.origins += small.origins
    large.stuck |= small.stuck
    found.update(dict.fromkeys(map(id, small.origins), large))
    return large


def _stays_float32(
    node: cst.BaseExpression, values: Facts, module: Module, layer: LayerClass
) -> bool:
    """Whether it is a float32 tensor, or an attribute that a function of tensors has made one."""
    fact = values.of(node)
    if fact.is_tensor and fact.dtype == "float32":
        return True
    return any(
        isinstance(each.value, cst.Call) and module.tensor_function(each.value.func) is not None
        for each in layer.attributes[self_attribute(node) or ""].bindings
    )
