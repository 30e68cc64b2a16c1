"""LL603: a generator is drawn from in a branch, or a loop, and again elsewhere in the call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from layerlint.declaration import check
from layerlint.facts.operations import BRANCHES, LOOPS
from layerlint.facts.random import random_function
from layerlint.findings import Finding
from layerlint.interpret.effects import RandomDraw
from layerlint.model.layer import LayerClass
from layerlint.queries.seeds import seed_of
from layerlint.syntax import cst
from layerlint.syntax.walk import around


class Draw(NamedTuple):
    """A draw: its generator, and the branch or body of each control call on the way to it."""

    effect: RandomDraw
    generator: str
    inside: dict[cst.Call, cst.FunctionDef | cst.Lambda]


@check(LayerClass)
def seed_generator_in_branch(layer: LayerClass) -> Iterator[Finding]:
    """Report draws inside control flow whose generator is drawn from again outside of it."""
    if layer.call is None or layer.call.owner is not layer:
        return
    draws = list(_draws(layer))
    reported: set[cst.CSTNode] = set()
    for first in draws:
        for control, branch in first.inside.items():
            if control in reported or not _drawn_again(first, control, branch, draws):
                continue
            reported.add(control)
            name = control.func.attr.value if isinstance(control.func, cst.Attribute) else ""
            yield Finding(
                first.effect.node,
                fields={
                    "generator": first.generator,
                    "control": first.effect.module.source(control.func),
                    "part": "loop" if name in LOOPS else "branch",
                },
                module=first.effect.module,
            )


def _draws(layer: LayerClass) -> Iterator[Draw]:
    """The draws from `keras.random` that can happen while a model is built."""
    for effect in layer.forward.of(RandomDraw):
        function = random_function(effect.function)
        if function is None or not function.name.startswith("keras.random."):
            continue
        if not effect.when_unset:
            continue
        seed = seed_of(effect.node, function)
        if seed is None:
            generator = "the global generator"
        elif isinstance(seed, cst.Attribute):
            generator = f"`{effect.module.source(seed)}`"
        else:
            continue
        yield Draw(effect, generator, dict(_controls(effect)))


def _controls(effect: RandomDraw) -> Iterator[tuple[cst.Call, cst.FunctionDef | cst.Lambda]]:
    """The control calls that the effect stands in, and which of their functions it runs in."""
    nodes = [*(step.node for step in effect.trace), effect.node]
    for index, step in enumerate(effect.trace):
        call = step.node
        if not isinstance(call, cst.Call):
            continue
        name = step.module.tf(call.func) or step.module.keras(call.func) or ""
        if name.removeprefix("ops.") not in BRANCHES | LOOPS:
            continue
        function = next(around(nodes[index + 1], cst.Lambda, cst.FunctionDef))
        yield call, function


def _drawn_again(
    first: Draw,
    control: cst.Call,
    branch: cst.FunctionDef | cst.Lambda,
    draws: Sequence[Draw],
) -> bool:
    for other in draws:
        if other.generator != first.generator or other.effect is first.effect:
            continue
        inside = other.inside.get(control)
        if inside is None:
            if other.effect.order > first.effect.order:
                return True
        elif inside is not branch:
            return True
    return False
