"""One line for each diagnostic, and the summary."""

from __future__ import annotations

from layerlint.report.places import place_of
from layerlint.report.summary import summary
from layerlint.report.visible import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from layerlint.diagnostics import Diagnostic
    from layerlint.report.report import Report


def render(report: Report) -> str:
    """`path:row:column: CODE [*] message` for each diagnostic."""
    return "".join(f"{_line(report, found)}\n" for found in report.diagnostics) + summary(report)


def _line(report: Report, diagnostic: Diagnostic) -> str:
    style = report.style
    mark = f" [{style.hint('*')}]" if report.is_fixable(diagnostic) else ""
    message = visible(diagnostic.message)
    return f"{style.bold(place_of(diagnostic))}: {style.error(diagnostic.code)}{mark} {message}"
