"""How bad a diagnostic is, and what other tools call that."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from layerlint.diagnostics import Diagnostic

# The worst first.
SEVERITIES = ("error", "warning", "info")


def rank(diagnostic: Diagnostic) -> int:
    """0 for the worst."""
    return SEVERITIES.index(diagnostic.severity)


def reaches(diagnostics: Iterable[Diagnostic], threshold: str) -> bool:
    """Whether one of the diagnostics is as bad as the threshold, or worse."""
    return any(rank(found) <= SEVERITIES.index(threshold) for found in diagnostics)
