"""The fix that passes an argument of a layer by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.fixes.rewrite import insert_before
from layerlint.syntax.matching import positional

if TYPE_CHECKING:
    from layerlint.fixes.edit import Edit
    from layerlint.model.methods import Method
    from layerlint.model.module import Module
    from layerlint.syntax import cst


def name_last(call: cst.Call, name: str, called: Method | None, module: Module) -> list[Edit]:
    """Name the last positional argument, and with it those from the mask on.

    Keras 3 looks for a mask where none is given, and then passes it twice if that was by position.
    """
    arguments = positional(call)
    names = [each.name for each in called.positional] if called is not None else []
    first = names.index("mask") if "mask" in names[: len(arguments) - 1] else None
    given = {len(arguments) - 1: name}
    if first:
        given |= {place: names[place] for place in range(first, len(arguments) - 1)}
    edits: list[Edit] = []
    for place, keyword in given.items():
        edits += insert_before(module, arguments[place].value, f"{keyword}=")
    return edits
