"""LL216: state is read in half precision when it is updated, and stops moving."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.state._value_flow import Flow, ValueFlow, writes_of
from layerlint.declaration import check
from layerlint.facts.weights import without_autocast
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import add_keyword
from layerlint.model.constructor import base_calls
from layerlint.model.layer import LayerClass
from layerlint.queries.straight_values import expression_behind
from layerlint.queries.training_flag import shown
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, keyword, literal

if TYPE_CHECKING:
    from layerlint.interpret.effects import StateUpdate
    from layerlint.model.module import Module
    from layerlint.model.weights import Weight

_MIXED = re.compile(
    r"mixed_(b?float16|precision)|compute_dtype|\bautocast\b|\bb?float16\b|\bhalf\b"
)
_FLOAT = re.compile(r"float32|floatx|\bself\.(variable_)?dtype\b")
_IN_PLACE = frozenset({"assign_add", "assign_sub"})


@check(LayerClass)
def half_precision_state_update(layer: LayerClass) -> Iterator[Finding]:
    """Report the first update of each weight that starts from its own value."""
    casting = _casting_on(layer)
    if not casting or not any(base.module.shows(_MIXED) for base in layer.mro):
        return
    flow = ValueFlow(layer)
    seen: set[cst.CSTNode] = set()
    for effect in writes_of(layer):
        weight = effect.weight
        if weight is None or weight.call in seen or not _is_cast(weight):
            continue
        own = flow.of_attribute(effect.attribute)
        generations = _rounded_on(effect, own) & casting
        place = shown(layer, effect)
        if not generations & layer.generations or place is None or "." in effect.target:
            continue
        if _is_shifted(effect, place.module):
            continue
        seen.add(weight.call)
        yield Finding(
            place.node,
            "default" if _counts(effect) else "average",
            {"target": effect.target, "operation": effect.operation},
            fix=_fix(layer, weight, own),
            trace=place.trace,
            module=place.module,
            generations=generations,
        )


def _is_shifted(effect: StateUpdate, module: Module) -> bool:
    """Whether the weight is a buffer, given its own items and newer ones: no step is added."""
    given = effect.value
    made = expression_behind(given, given, module) if given is not None else None
    known = module.tensor_function(made.func) if isinstance(made, cst.Call) else None
    return known is not None and known.role == "join"


def _rounded_on(effect: StateUpdate, own: Flow) -> frozenset[int]:
    """The generations on which the write stores what was read in half precision."""
    if effect.operation == "assign":
        return frozenset({2, 3} if effect.node in own.writes else ())
    if effect.operation == "moving_average_update":
        return frozenset({2, 3})
    return frozenset({3} if effect.operation in _IN_PLACE else ())


def _is_cast(weight: Weight) -> bool:
    """Whether it is a float weight that Keras casts to the compute dtype."""
    given = weight.arguments
    if weight.how not in ("add_weight", "add_variable", "keras.Variable"):
        return False
    if {"autocast", "experimental_autocast", "**"} & set(given):
        return False
    dtype = given.get("dtype")
    if dtype is None or literal(dtype) is None:
        return True
    return bool(_FLOAT.search(weight.module.source(dtype)))


def _casting_on(layer: LayerClass) -> frozenset[int]:
    """The generations on which the layer computes in half precision, and casts its weights.

    `autocast=False` for a whole layer is about its inputs alone on Keras 2.
    """
    casting = frozenset({2, 3})
    for base in layer.mro:
        constructor = base.methods.get("__init__")
        for call in base_calls(constructor) if constructor is not None else ():
            dtype, autocast = keyword(call, "dtype"), keyword(call, "autocast")
            if dtype is not None and "float32" in base.module.source(dtype):
                return frozenset()
            if literal(autocast) is False:
                casting = frozenset({2})
    if any(name in layer.attributes for name in ("_autocast", "autocast")):
        casting = frozenset({2})
    return casting


def _counts(effect: StateUpdate) -> bool:
    """`w + 1`, `assign_add(1)`: a number that is written down is added each time."""
    value = effect.value
    if isinstance(value, cst.BinaryOperation) and isinstance(value.operator, cst.Add):
        return any(literal(side) is not NOT_LITERAL for side in (value.left, value.right))
    return effect.operation in _IN_PLACE and literal(value) is not NOT_LITERAL


def _fix(layer: LayerClass, weight: Weight, own: Flow) -> Fix:
    name = "autocast" if weight.how == "keras.Variable" else without_autocast(layer.generations)
    edits = add_keyword(weight.module, weight.call, f"{name}=False")
    safe = layer.generations == frozenset({3}) and not own.escapes
    return Fix("Keep the weight in its own dtype", edits, "safe" if safe else "unsafe")
