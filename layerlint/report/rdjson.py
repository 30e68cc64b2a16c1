"""Reviewdog's Diagnostic Format: suggestions can be applied from the review."""

from __future__ import annotations

import json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from layerlint.diagnostics import Diagnostic
    from layerlint.files.source import Lines
    from layerlint.report.report import Report

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def render(report: Report) -> str:
    """One object with all diagnostics."""
    document = {
        "source": {"name": "layerlint"},
        "severity": "ERROR",
        "diagnostics": [_entry(diagnostic, report) for diagnostic in report.in_files()],
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _entry(diagnostic: Diagnostic, report: Report) -> dict[str, object]:
    lines = report.lines(diagnostic.path) if diagnostic.cell is None else None
    code: dict[str, object] = {"value": diagnostic.code}
    if diagnostic.url is not None:
        code["url"] = diagnostic.url
    entry: dict[str, object] = {
        "message": diagnostic.message,
        "location": {
            "path": diagnostic.path,
            "range": {
                "start": _position(lines, diagnostic.start_row, diagnostic.start_column),
                "end": _position(lines, diagnostic.end_row, diagnostic.end_column),
            },
        },
        "severity": _SEVERITIES[diagnostic.severity],
        "code": code,
    }
    suggestion = lines and _suggestion(diagnostic, lines)
    if suggestion:
        entry["suggestions"] = [suggestion]
    return entry


def _suggestion(diagnostic: Diagnostic, lines: Lines) -> dict[str, object] | None:
    """The fix as one replacement, since reviewers apply suggestions one by one."""
    fix = diagnostic.fix
    if fix is None or fix.applicability == "display-only":
        return None
    from layerlint.fixes.apply import edited

    start, end = fix.edits[0].start, fix.edits[-1].end
    after = edited(lines.text, fix.edits)
    return {
        "range": {
            "start": _position(lines, *lines.position(start)),
            "end": _position(lines, *lines.position(end)),
        },
        "text": after[start : len(after) - (len(lines.text) - end)],
    }


def _position(lines: Lines | None, row: int, column: int) -> dict[str, int]:
    """Rows and columns count from one; columns in bytes of UTF-8."""
    before = lines.line(row)[: column - 1] if lines is not None else ""
    return {"line": row, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
