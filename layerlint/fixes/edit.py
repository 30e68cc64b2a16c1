"""A fix is a list of text edits with an applicability."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

Applicability = Literal["safe", "unsafe", "display-only"]


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace `text[start:end]` (character offsets of the module's text) by `text`.

    A `once` edit is complete in itself, like an added import or parameter: two fixes that want the
    very same one share it.
    """

    start: int
    end: int
    text: str
    once: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that repair one finding together.

    `safe` fixes change only the behaviour that the diagnostic is about; `unsafe` ones may change
    what some callers get; `display-only` ones are shown and never applied. The edits may be given
    in any order, but must not overlap.
    """

    title: str
    edits: Sequence[Edit]
    applicability: Applicability = "safe"

    def __post_init__(self) -> None:
        edits: list[Edit] = []
        for edit in sorted(self.edits):
            if edits and edit.start < edits[-1].end:
                raise ValueError(f"{edits[-1]} and {edit} of one fix overlap")
            if not (edit.once and edit in edits[-1:]):
                edits.append(edit)
        if not edits:
            raise ValueError("a fix needs at least one edit")
        object.__setattr__(self, "edits", tuple(edits))
