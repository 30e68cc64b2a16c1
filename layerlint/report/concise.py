"""One line for each diagnostic, and the summary."""

from __future__ import annotations

from layerlint.report.pages import page_of
from layerlint.report.places import place_of
from layerlint.report.summary import summary
from layerlint.report.visible import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from layerlint.diagnostics import Diagnostic
    from layerlint.report.report import Report


def render(report: Report) -> str:
    """A line for each diagnostic, and the summary."""
    return "".join(f"{line(report, found)}\n" for found in report.diagnostics) + summary(report)


def line(report: Report, diagnostic: Diagnostic) -> str:
    """`path:row:column: CODE [*] message`."""
    style = report.style
    mark = f" [{style.hint('*')}]" if report.is_fixable(diagnostic) else ""
    message = visible(diagnostic.message)
    code = style.link(style.error(diagnostic.code), page_of(diagnostic))
    return f"{style.bold(place_of(diagnostic))}: {code}{mark} {message}"
