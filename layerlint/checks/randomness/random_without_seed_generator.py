"""LL602: a layer that takes a seed draws from the global generator."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.randomness._seed_generator import seed_of, with_seed_generator
from layerlint.declaration import check
from layerlint.facts.random import random_function
from layerlint.findings import Finding
from layerlint.interpret.effects import RandomDraw
from layerlint.model.layer import LayerClass


@check(LayerClass)
def random_without_seed_generator(layer: LayerClass) -> Iterator[Finding]:
    """Report draws from `keras.random` without a seed where the constructor takes one."""
    constructor = layer.constructor
    if constructor is None or not constructor.takes("seed"):
        return
    seen: set[int] = set()
    for effect in layer.forward.of(RandomDraw):
        function = random_function(effect.function)
        call = effect.node
        if function is None or not function.name.startswith("keras.random."):
            continue
        if id(call) in seen or effect.method is None:
            continue
        seen.add(id(call))
        if effect.method.owner is not layer or any(argument.star for argument in call.args):
            continue
        if seed_of(call, function) is None:
            yield Finding(
                call,
                fields={"function": effect.module.source(call.func)},
                fix=with_seed_generator(layer, effect, call, None),
                module=effect.module,
            )
