"""The seed that a draw of random numbers is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, keyword, positional

if TYPE_CHECKING:
    from layerlint.facts.random import RandomFunction


def seed_of(call: cst.Call, function: RandomFunction) -> cst.BaseExpression | None:
    """The seed that a call passes, by name or by position; None for none or `None`."""
    given = positional(call)
    seed = keyword(call, function.seed) if function.seed is not None else None
    if seed is None and function.position is not None and len(given) > function.position:
        seed = given[function.position].value
    return None if is_name(seed, "None") else seed
