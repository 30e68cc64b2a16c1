"""The steps that lead from `call()` to an effect."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from layerlint.syntax import cst

if TYPE_CHECKING:
    from layerlint.model.methods import Method
    from layerlint.model.module import Module


@dataclass(frozen=True, slots=True)
class Step:
    """One step: a call on the way, or the effect itself."""

    text: str
    node: cst.CSTNode
    module: Module


def function_label(node: cst.CSTNode, method: Method | None) -> str:
    """How a function is named in a trace."""
    name = node.name.value if isinstance(node, cst.FunctionDef) else "<lambda>"
    if method is not None and method.node is node:
        return f"{method.owner.name}.{name}"
    return name
