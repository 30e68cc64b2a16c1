"""LL001: a suppression comment that suppresses nothing."""

from __future__ import annotations

from layerlint.declaration import check
from layerlint.suppress.removal import Complaint, listed, removal
from layerlint.suppress.scope import Suppressions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from layerlint.suppress.comments import Selector


@check(Suppressions)
def unused_suppression(suppressions: Suppressions, enabled: frozenset[str]) -> Iterator[Complaint]:
    """Report each comment with the rules in it that hide nothing."""
    for suppression in suppressions.all:
        if suppression.kind == "enable":
            continue
        unused = [item for item in suppression.selectors if _is_unused(item, enabled)]
        if unused:
            fields: dict[str, object] = {"rules": listed(unused)}
            fix = removal(suppressions, suppression, unused, "Delete the suppression")
            yield Complaint(suppression, "default", fields, fix)


def _is_unused(selector: Selector, enabled: frozenset[str]) -> bool:
    """Only a rule that ran can tell; a blanket `noqa` may be there for another linter."""
    return (
        not selector.used
        and bool(selector.text)
        and bool(selector.codes)
        and selector.codes <= enabled
    )
