"""LL002: a suppression comment that cannot be understood."""

from __future__ import annotations

from layerlint import catalogue
from layerlint.suppress.removal import Complaint, listed, removal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from layerlint.suppress.comments import Selector
    from layerlint.suppress.scope import Suppressions


def check_suppressions(suppressions: Suppressions, enabled: frozenset[str]) -> Iterator[Complaint]:
    """Report comments that say nothing valid, and names in the others that are no rules."""
    for suppression in suppressions.all:
        if suppression.problem is not None:
            fields: dict[str, object] = {"problem": suppression.problem}
            selectors = suppression.selectors
            fix = removal(suppressions, suppression, selectors, "Delete the comment", "unsafe")
            yield Complaint(suppression, "default", fields, fix)
        elif unknown := suppression.unknown():
            title = "Delete what is no rule"
            fix = removal(suppressions, suppression, unknown, title, "unsafe")
            yield Complaint(suppression, "unknown", _fields(unknown), fix)


def _fields(unknown: list[Selector]) -> dict[str, object]:
    near = catalogue.nearest(unknown[0].text)
    return {"names": listed(unknown), "hint": f"; did you mean `{near}`?" if near else ""}
