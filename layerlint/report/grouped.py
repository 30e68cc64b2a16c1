"""One heading for each file, its diagnostics below, and the summary."""

from __future__ import annotations

from itertools import groupby

from layerlint.report.places import place_of
from layerlint.report.summary import summary
from layerlint.report.visible import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from layerlint.diagnostics import Diagnostic
    from layerlint.report.report import Report


def render(report: Report) -> str:
    """`path:`, then `row:column CODE [*] message` in columns."""
    groups = groupby(report.diagnostics, key=lambda diagnostic: diagnostic.path)
    blocks = ("\n".join(_group(report, path, found)) for path, found in groups)
    return "".join(f"{block}\n\n" for block in blocks) + summary(report)


def _group(report: Report, path: str, diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
    style = report.style
    found = list(diagnostics)
    places = [place_of(one).removeprefix(f"{visible(path)}:") for one in found]
    width = max(map(len, places))
    yield f"{style.bold(visible(path))}:"
    for place, one in zip(places, found, strict=True):
        mark = f" [{style.hint('*')}]" if report.is_fixable(one) else ""
        yield f"  {place:<{width}} {style.error(one.code)}{mark} {visible(one.message)}"
