"""The `parseable` format of pylint, which many services read."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from layerlint.report.report import Report


def render(report: Report) -> str:
    """`path:row: [CODE] message` for each diagnostic."""
    return "".join(
        f"{one.path}:{one.start_row}: [{one.code}] {one.message}\n" for one in report.diagnostics
    )
