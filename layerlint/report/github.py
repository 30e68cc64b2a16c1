"""Workflow commands, which GitHub shows as annotations in the diff of a pull request."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from layerlint.diagnostics import Diagnostic
    from layerlint.report.report import Report

# GitHub shows so many errors of one step and drops the rest without a word.
SHOWN = 10


def render(report: Report) -> str:
    """An `::error` for each diagnostic, and a notice where GitHub will not show them all."""
    lines = [_annotation(diagnostic) for diagnostic in report.diagnostics]
    more = len(lines) - SHOWN
    if more > 0:
        lines.append(f"::notice title=layerlint::and {more} more, see the log of this step")
    return "".join(f"{line}\n" for line in lines)


def _annotation(diagnostic: Diagnostic) -> str:
    properties = {
        "title": f"layerlint ({diagnostic.code})",
        "file": diagnostic.path,
        "line": diagnostic.start_row,
        "col": diagnostic.start_column,
        "endLine": diagnostic.end_row,
        "endColumn": diagnostic.end_column,
    }
    if diagnostic.end_row != diagnostic.start_row:
        # GitHub refuses columns for a range of several lines.
        del properties["col"], properties["endColumn"]
    pairs = ",".join(f"{key}={_escaped_property(str(value))}" for key, value in properties.items())
    place = f"{diagnostic.path}:{diagnostic.start_row}:{diagnostic.start_column}"
    message = f"{place}: {diagnostic.code} {diagnostic.message}"
    if diagnostic.fix is not None:
        message += f"\n  help: {diagnostic.fix.title}"
    return f"::error {pairs}::{_escaped(message)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
