"""How facts combine in operators, loops and containers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from layerlint.interpret.tensors.fact import BOTH, PYTHON, TENSOR, UNKNOWN, Fact, join


def element(fact: Fact) -> Fact:
    """What a loop over the value gets."""
    if fact.items is not None:
        return join(fact.items)
    if fact.item is not None:
        return fact.item
    return TENSOR if fact.is_tensor else UNKNOWN


def combined(facts: Sequence[Fact]) -> Fact:
    """What an elementwise operator, or a function of operands of one dtype, makes of them."""
    if any(fact.items is not None or fact.size == "shape" for fact in facts):
        if any(fact.is_tensor for fact in facts):
            return TENSOR
        structure = any(fact.kind == "input" for fact in facts)
        return UNKNOWN if structure else _sequence(facts)
    if any(fact.size == "batch" for fact in facts):
        # A number that is None: what is computed with it is as good as it.
        tensors = [fact for fact in facts if fact.may_be_tensor]
        return TENSOR if tensors else Fact("python", size="batch")
    known = [fact for fact in facts if fact.may_be_tensor]
    if not known:
        if all(fact.kind == "python" for fact in facts):
            return PYTHON
        return replace(common(facts), kind="unknown")
    return replace(common(facts), kind="tensor", weight=False)


def common(facts: Sequence[Fact]) -> Fact:
    others = [fact for fact in facts if fact.kind != "python"]
    weights = [fact for fact in others if fact.weight]
    plain = [fact for fact in others if not fact.weight] or weights
    typed = [fact for fact in plain if fact.dtype is not None]
    dtype = typed[0].dtype if typed and len({fact.dtype for fact in typed}) == 1 else None
    if dtype in ("int", "bool") and weights and plain is not weights:
        # A weight of Keras 3 promotes what it meets.
        dtype = None
    generations = BOTH
    for fact in typed:
        # One operand whose dtype is certain is enough: the others have to have it too.
        generations = fact.generations if generations is BOTH else generations | fact.generations
    numbers = [fact for fact in facts if fact.kind == "python" and fact.item is None]
    certain = all(fact.batch or fact.weight or fact in numbers for fact in facts)
    return Fact(
        batch=certain and any(fact.batch for fact in facts),
        dtype=dtype,
        generations=generations,
        origin=next((fact.origin for fact in typed if fact.origin is not None), None),
        mask=bool(others) and all(fact.mask for fact in others),
        steps=any(fact.steps for fact in facts),
        whole=certain and any(fact.whole for fact in facts),
        trained=next((fact.trained for fact in facts if fact.trained), None),
        implicit="lost" if any(fact.implicit for fact in facts) else None,
    )


def _sequence(facts: Sequence[Fact]) -> Fact:
    """The sum of lists and tuples, of which the first may begin with the batch size."""
    first = facts[0]
    if first.size == "shape":
        return first
    if first.items is not None and len(facts) == 2 and facts[1].items is not None:
        return Fact("python", items=(*first.items, *facts[1].items))
    if first.items and first.items[0].size == "batch":
        return Fact("python", size="shape")
    return PYTHON


def static_shape(owner: Fact) -> Fact:
    """The static shape of a value."""
    if owner.batch and owner.kind != "python":
        return Fact("python", size="shape")
    return PYTHON


def unpacked(fact: Fact, count: int) -> list[Fact]:
    """The facts of the parts when a value is unpacked into `count` targets."""
    if fact.items is not None and len(fact.items) == count:
        return list(fact.items)
    if fact.size == "shape":
        return [Fact("python", size="batch"), *[PYTHON] * (count - 1)]
    if fact.item is not None:
        return [fact.item] * count
    if fact.kind == "input":
        # A tensor of the graph cannot be unpacked: it is a structure, each part with the batch.
        return [replace(fact, kind="input", batch=True)] * count
    return [UNKNOWN] * count
