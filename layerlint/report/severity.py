"""How bad a diagnostic is, and what other tools call that."""

from __future__ import annotations

from layerlint.config.choices import SEVERITIES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from layerlint.diagnostics import Diagnostic


def rank(diagnostic: Diagnostic) -> int:
    """0 for the worst."""
    return SEVERITIES.index(diagnostic.severity)


def reaches(diagnostic: Diagnostic, threshold: str) -> bool:
    """Whether a diagnostic is as bad as the threshold, or worse."""
    return rank(diagnostic) <= SEVERITIES.index(threshold)
