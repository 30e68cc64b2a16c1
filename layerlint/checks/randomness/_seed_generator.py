"""What the checks of the randomness rules share: the seed of a draw, and the generator it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import add_keyword, insert_at_end_of_body, replace
from layerlint.syntax import cst
from layerlint.syntax.matching import keyword, literal

if TYPE_CHECKING:
    from layerlint.interpret.effects import RandomDraw
    from layerlint.model.layer import LayerClass

_ATTRIBUTE = "seed_generator"


def with_seed_generator(
    layer: LayerClass, effect: RandomDraw, call: cst.Call, seed: cst.BaseExpression | None
) -> Fix | None:
    """Make a `SeedGenerator` at the end of `__init__` and draw from it.

    None where there is no `__init__` to make it in, or the attribute means something else.
    """
    constructor = layer.methods.get("__init__")
    if constructor is None or effect.method is None or not isinstance(call.func, cst.Attribute):
        return None
    module = effect.module
    home = module.source(call.func.value)
    if module.keras(call.func.value) != "random" or _ATTRIBUTE in layer.attributes:
        return None
    first = "seed" if constructor.takes("seed") else _literal_seed(seed, effect)
    if first is None:
        return None
    generator = f"{constructor.self_name}.{_ATTRIBUTE} = {home}.SeedGenerator({first})"
    drawn = f"{effect.method.self_name}.{_ATTRIBUTE}"
    named = keyword(call, "seed")
    if named is not None:
        passed = replace(module, named, drawn)
    elif seed is not None:
        passed = replace(module, seed, drawn)
    else:
        passed = add_keyword(module, call, f"seed={drawn}")
    made = insert_at_end_of_body(module, constructor.node, generator)
    return Fix("Draw from a `SeedGenerator` made in `__init__`", (*made, *passed), "unsafe")


def _literal_seed(seed: cst.BaseExpression | None, effect: RandomDraw) -> str | None:
    if seed is None or type(literal(seed)) is not int:
        return None
    return effect.module.source(seed)
