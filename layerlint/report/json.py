"""JSON with ruff's keys, and two of our own: `generations` and `trace`."""

from __future__ import annotations

import json
import os

from layerlint.report.pages import page_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from layerlint.diagnostics import Diagnostic
    from layerlint.report.report import Report


def render(report: Report) -> str:
    """A list with one object for each diagnostic."""
    entries = [entry(diagnostic, report) for diagnostic in report.diagnostics]
    return json.dumps(entries, indent=2, ensure_ascii=False) + "\n"


def entry(diagnostic: Diagnostic, report: Report) -> dict[str, object]:
    """The object of one diagnostic."""
    return {
        "cell": diagnostic.cell,
        "code": diagnostic.code,
        "name": diagnostic.name,
        "message": diagnostic.message,
        "location": _location(diagnostic.start_row, diagnostic.start_column),
        "end_location": _location(diagnostic.end_row, diagnostic.end_column),
        "filename": _absolute(diagnostic.path),
        "fix": _fix(diagnostic, report),
        "noqa_row": diagnostic.noqa_row,
        "severity": diagnostic.severity,
        "url": page_of(diagnostic),
        "generations": list(diagnostic.generations),
        "trace": [
            {
                "filename": _absolute(step.path),
                "location": _location(step.row, step.column),
                **({} if step.cell is None else {"cell": step.cell}),
                "message": step.message,
            }
            for step in diagnostic.trace
        ],
    }


def _fix(diagnostic: Diagnostic, report: Report) -> dict[str, object] | None:
    fix = diagnostic.fix
    if fix is None or report.lines(diagnostic.path) is None:
        return None
    return {
        "applicability": fix.applicability,
        "message": fix.title,
        "edits": [
            {
                "content": edit.text,
                "location": _location(*lines.position(edit.start)),
                "end_location": _location(*lines.position(edit.end)),
                **({} if lines.cell is None else {"cell": lines.cell}),
            }
            for lines, edits in report.edits_by_lines(diagnostic)
            for edit in edits
        ],
    }


def _location(row: int, column: int) -> dict[str, int]:
    return {"row": row, "column": column}


def _absolute(path: str) -> str:
    return path if path == "-" else os.path.abspath(path)
