"""Logging commands of Azure Pipelines."""

from __future__ import annotations

from layerlint.report.places import in_repository
from layerlint.report.visible import visible, visible_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from layerlint.diagnostics import Diagnostic
    from layerlint.report.report import Report


def render(report: Report) -> str:
    """A `task.logissue` for each diagnostic."""
    return "".join(f"{_issue(diagnostic)}\n" for diagnostic in report.in_files())


def _issue(diagnostic: Diagnostic) -> str:
    properties = {
        # Azure knows no more than two.
        "type": "error" if diagnostic.severity == "error" else "warning",
        "sourcepath": visible(in_repository(diagnostic.path)),
        "linenumber": diagnostic.start_row,
        "columnnumber": diagnostic.start_column,
        "code": diagnostic.code,
    }
    pairs = "".join(f"{key}={_escaped_property(str(value))};" for key, value in properties.items())
    return f"##vso[task.logissue {pairs}]{_escaped(visible_lines(diagnostic.message))}"


def _escaped(text: str) -> str:
    return text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(";", "%3B").replace("]", "%5D")
