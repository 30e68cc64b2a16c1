"""The `parseable` format of pylint, which many services read."""

from __future__ import annotations

from layerlint.report.visible import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from layerlint.report.report import Report


def render(report: Report) -> str:
    """`path:row: [CODE] message` for each diagnostic."""
    return "".join(
        f"{visible(one.path)}:{one.start_row}: [{one.code}] {visible(one.message)}\n"
        for one in report.in_files()
    )
