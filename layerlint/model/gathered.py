"""Arguments that are taken together, without naming them: `locals()`, and what looks at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.model.assignments import assigned, values_of
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name
from layerlint.syntax.walk import mentions, walk_same_function

if TYPE_CHECKING:
    from layerlint.model.methods import Method


def gathers(constructor: Method, call: cst.Call) -> bool:
    """Whether a call of the base's `__init__` may get any of the arguments in a `**` dictionary.

    A function that is given nothing of `**kwargs`, and what it returns takes their place, can only
    have looked at the arguments itself.
    """
    if not any(argument.star == "**" for argument in call.args):
        return False
    calls = walk_same_function(constructor.node, cst.Call)
    if any(is_name(each.func, "locals") for each in calls):
        return True
    varkw = constructor.varkw or ""
    values = values_of(varkw, assigned(constructor.node, constructor.module))
    return any(
        isinstance(value, cst.Call)
        and not is_name(value.func, "dict")
        and not mentions(value, varkw)
        for value in values
    )
