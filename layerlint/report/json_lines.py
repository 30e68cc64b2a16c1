"""The objects of the JSON format, one in a line."""

from __future__ import annotations

import json

from layerlint.report.json import entry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from layerlint.report.report import Report


def render(report: Report) -> str:
    """A line with one object for each diagnostic."""
    entries = (entry(diagnostic, report) for diagnostic in report.diagnostics)
    return "".join(f"{json.dumps(item, ensure_ascii=False)}\n" for item in entries)
