"""LL002: a suppression comment that cannot be understood."""

from __future__ import annotations

from layerlint import catalogue
from layerlint.declaration import check
from layerlint.fixes.edit import Edit, Fix
from layerlint.suppress.removal import Complaint, listed, removal
from layerlint.suppress.scope import Suppressions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from layerlint.suppress.comments import Selector, Suppression


@check(Suppressions)
def invalid_suppression(suppressions: Suppressions, enabled: frozenset[str]) -> Iterator[Complaint]:
    """Report comments that say nothing valid, and names in the others that are no rules."""
    for suppression in suppressions.all:
        if suppression.problem is not None:
            fields: dict[str, object] = {"problem": suppression.problem}
            yield Complaint(suppression, "default", fields, _repair(suppressions, suppression))
        elif unknown := suppression.unknown():
            title = "Delete what is no rule"
            fix = removal(suppressions, suppression, unknown, title, "unsafe")
            yield Complaint(suppression, "unknown", _fields(unknown), fix)


def _repair(suppressions: Suppressions, suppression: Suppression) -> Fix:
    """Spell the comment right where that is known; delete it elsewhere."""
    if suppression.meant is not None:
        edit = Edit(suppression.start, suppression.end, suppression.meant)
        return Fix("Spell it so that it suppresses", (edit,), "unsafe")
    selectors = suppression.selectors
    return removal(suppressions, suppression, selectors, "Delete the comment", "unsafe")


def _fields(unknown: list[Selector]) -> dict[str, object]:
    near = catalogue.nearest(unknown[0].text)
    return {"names": listed(unknown), "hint": f"; did you mean `{near}`?" if near else ""}
