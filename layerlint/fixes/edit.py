"""A fix is a list of text edits with an applicability."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Applicability = Literal["safe", "unsafe", "display-only"]


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace `text[start:end]` (character offsets of the module's text) by `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that repair one finding together.

    `safe` fixes change only the behaviour that the diagnostic is about; `unsafe` ones may change
    what some callers get; `display-only` ones are shown and never applied.
    """

    title: str
    edits: tuple[Edit, ...]
    applicability: Applicability = "safe"
