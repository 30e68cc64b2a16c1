"""`--statistics`: how often each rule was broken."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from layerlint.report.report import Report


class _Row:
    __slots__ = ("code", "count", "fixable", "name")

    def __init__(self, code: str, name: str) -> None:
        self.code = code
        self.name = name
        self.count = 0
        self.fixable = 0


def render_text(report: Report) -> str:
    """A table, the most frequent rule first."""
    rows = _rows(report)
    if not rows:
        return ""
    width = len(str(rows[0].count))
    codes = max(len(row.code) for row in rows)
    return "".join(
        f"{row.count:>{width}}  {report.style.error(f'{row.code:<{codes}}')}  "
        f"{'[*]' if row.fixable == row.count else '[-]' if row.fixable else '[ ]'} {row.name}\n"
        for row in rows
    )


def render_json(report: Report) -> str:
    """The same as a list of objects."""
    import json

    entries = [
        {
            "code": row.code,
            "name": row.name,
            "count": row.count,
            "fixable": row.fixable == row.count,
            "fixable_count": row.fixable,
        }
        for row in _rows(report)
    ]
    return json.dumps(entries, indent=2) + "\n"


def _rows(report: Report) -> list[_Row]:
    rows: dict[str, _Row] = {}
    for diagnostic in report.diagnostics:
        row = rows.setdefault(diagnostic.code, _Row(diagnostic.code, diagnostic.name))
        row.count += 1
        row.fixable += report.is_fixable(diagnostic)
    return sorted(rows.values(), key=lambda row: (-row.count, row.code))
