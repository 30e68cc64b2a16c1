"""The steps that lead from `call()` to an effect."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from layerlint.syntax import cst

if TYPE_CHECKING:
    from layerlint.model.module import Module


@dataclass(frozen=True, slots=True)
class Step:
    """One step: a call on the way, or the effect itself."""

    text: str
    node: cst.CSTNode
    module: Module
