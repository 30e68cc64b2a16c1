"""What the rules about suppressions report, and how a comment or a name in it is deleted."""

from __future__ import annotations

from layerlint.fixes.edit import Edit, Fix

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from layerlint.fixes.edit import Applicability
    from layerlint.suppress.comments import Selector, Suppression
    from layerlint.suppress.scope import Suppressions


class Complaint:
    """What a rule about suppressions reports: a range of the text, a message and a fix."""

    __slots__ = ("end", "fields", "fix", "message", "start")

    def __init__(
        self, suppression: Suppression, message: str, fields: dict[str, object], fix: Fix
    ) -> None:
        self.start = suppression.start
        self.end = suppression.end
        self.message = message
        self.fields = fields
        self.fix = fix


def listed(selectors: Sequence[Selector]) -> str:
    """The selectors as a message names them."""
    return ", ".join(f"`{selector.text}`" for selector in selectors)


def removal(
    suppressions: Suppressions,
    suppression: Suppression,
    selectors: Sequence[Selector],
    title: str,
    applicability: Applicability = "safe",
) -> Fix:
    """The fix that deletes some selectors of a comment, or all of it when none is left.

    What a deleted `disable` was closed by goes with it.
    """
    edits = [_without(suppressions, suppression, selectors)]
    closing: dict[Suppression, list[Selector]] = {}
    for selector in selectors:
        if selector.closed_by is not None:
            enable, closed = selector.closed_by
            closing.setdefault(enable, []).append(closed)
    edits += [_without(suppressions, enable, closed) for enable, closed in closing.items()]
    return Fix(title, edits, applicability)


def _without(
    suppressions: Suppressions, suppression: Suppression, selectors: Sequence[Selector]
) -> Edit:
    kept = [selector.text for selector in suppression.selectors if selector not in selectors]
    kept += suppression.foreign
    if kept:
        start, end = suppression.rules
        return Edit(start, end, ", ".join(kept))
    return _deletion(suppressions, suppression)


def _deletion(suppressions: Suppressions, suppression: Suppression) -> Edit:
    """The comment with the space before it; with its whole line where there is nothing else."""
    text, lines = suppressions.text, suppressions.lines
    line_start = lines.offset(suppression.row)
    line_end = line_start + len(lines.line(suppression.row))
    start, end = suppression.start, suppression.end
    before = text[line_start:start]
    after = text[end:line_end]
    if after.strip():  # another comment follows on the same line
        return Edit(start, end + len(after) - len(after.lstrip()), "")
    if before.strip():
        return Edit(line_start + len(before.rstrip()), line_end, "")
    if suppression.row < len(lines):
        return Edit(line_start, lines.offset(suppression.row + 1), "")
    return Edit(line_start, line_end, "")
