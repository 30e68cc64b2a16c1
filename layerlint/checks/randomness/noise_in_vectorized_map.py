"""LL604: numbers drawn inside `vectorized_map` are the same for every row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.facts.random import draws_at_random, random_function
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import replace
from layerlint.interpret.effects import Effect, RandomDraw, SublayerCall
from layerlint.model.assignments import assigned, values_of
from layerlint.model.layer import LayerClass
from layerlint.queries.seeds import seed_of
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.module import Module


@check(LayerClass)
def noise_in_vectorized_map(layer: LayerClass) -> Iterator[Finding]:
    """Report draws of Keras on the way to which a function is mapped over the rows."""
    seen: set[cst.CSTNode] = set()
    forward = layer.forward
    effects: tuple[RandomDraw | SublayerCall, ...] = (
        *forward.of(RandomDraw),
        *forward.of(SublayerCall),
    )
    for effect in effects:
        if effect.method is None or effect.method.owner is not layer or effect.node in seen:
            continue
        if not effect.in_training or not _draws(effect):
            continue
        mapped = next(_mapped(effect), None)
        if mapped is None:
            continue
        seen.add(effect.node)
        module, call = mapped
        yield Finding(
            effect.node,
            fields={
                "function": effect.module.source(effect.node.func),
                "map": module.source(call.func),
            },
            fix=_fix(module, call),
            trace=effect.trace,
            module=effect.module,
        )


def _draws(effect: RandomDraw | SublayerCall) -> bool:
    """Whether the numbers come from a generator of Keras that the layer, or Keras, holds."""
    if isinstance(effect, SublayerCall):
        held = [effect.sublayer, *effect.sublayer.parts] if effect.sublayer is not None else []
        return any(each.keras is not None and draws_at_random(each.keras) for each in held)
    function = random_function(effect.function)
    if function is None or not function.name.startswith("keras.random."):
        return False
    seed = seed_of(effect.node, function)
    return seed is None or isinstance(seed, cst.Attribute)


def _mapped(effect: Effect) -> Iterator[tuple[Module, cst.Call]]:
    """The `vectorized_map` calls that lead to the effect."""
    for step in effect.trace:
        if isinstance(step.node, cst.Call) and _vectorizes(step.node, step.module):
            yield step.module, step.node


def _vectorizes(call: cst.Call, module: Module) -> bool:
    """Whether a call is one of `vectorized_map`, also by a local name that may stand for it."""
    if _is_vectorized_map(call.func, module):
        return True
    function = module.function(call)
    if not isinstance(call.func, cst.Name) or function is None:
        return False
    return any(
        _is_vectorized_map(part, module)
        for value in values_of(call.func.value, assigned(function, module, walk_kinds))
        for part in _alternatives(value)
    )


def _alternatives(value: cst.BaseExpression) -> Iterator[cst.BaseExpression]:
    if isinstance(value, cst.IfExp):
        yield from _alternatives(value.body)
        yield from _alternatives(value.orelse)
    else:
        yield value


def _is_vectorized_map(function: cst.BaseExpression, module: Module) -> bool:
    return module.tf(function) == "vectorized_map" or module.keras(function) == "ops.vectorized_map"


def _fix(module: Module, call: cst.Call) -> Fix | None:
    """Map row by row, in the same words."""
    if not isinstance(call.func, cst.Attribute):
        return None
    name = "map_fn" if module.tf(call.func) else "map"
    edits = replace(module, call.func.attr, name)
    return Fix(f"Map row by row with `{name}`", tuple(edits), "unsafe")
