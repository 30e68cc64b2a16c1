"""What a call is given by a mapping that it unpacks: `Dense(**options)`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from layerlint.queries.held_values import held_values
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, mapping_display, with_unpacked

if TYPE_CHECKING:
    from layerlint.model.module import Module

# What changes a mapping: all that is done to one of its items counts.
_CHANGED = r"\b%s(?:\[|\s*\|=|\.(?:update|pop|popitem|setdefault|clear)\b)"


def given_by_mapping(name: str, call: cst.CSTNode, module: Module) -> cst.BaseExpression | None:
    """What a call is given for an argument by the one `**mapping` that it unpacks.

    None where the mapping is not seen, or may be changed behind its making.
    """
    mapping = unpacked_mapping(call, module)
    return mapping.get(name) if mapping is not None else None


def given_to(call: cst.Call, names: Sequence[str], module: Module) -> dict[str, cst.BaseExpression]:
    """What `bind` tells, and what stands in the mapping that the call unpacks, if that is seen."""
    given = bind(call, names)
    return with_unpacked(given, unpacked_mapping(call, module) if "**" in given else None)


def unpacked_mapping(call: cst.CSTNode, module: Module) -> dict[str, cst.BaseExpression] | None:
    """What a call is given by the one `**mapping` that it unpacks, None where that is not seen."""
    unpacked = [each.value for each in getattr(call, "args", ()) if each.star == "**"]
    if len(unpacked) != 1:
        return None
    source, held = module.source(unpacked[0]), unpacked
    if isinstance(unpacked[0], (cst.Name, cst.Attribute)):
        held = held_values(unpacked[0], module)
        if module.shows(re.compile(_CHANGED % re.escape(source))):
            return None
    return mapping_display(held[0]) if len(held) == 1 else None
