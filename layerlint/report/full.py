"""The code with the place underlined, the fix as a small diff, the trace, and the evidence."""

from __future__ import annotations

from layerlint import catalogue
from layerlint.report import frame
from layerlint.report.concise import line
from layerlint.report.headline import split
from layerlint.report.pages import page_of
from layerlint.report.places import place, place_of
from layerlint.report.summary import summary
from layerlint.report.visible import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from layerlint.diagnostics import Diagnostic
    from layerlint.report.report import Report
    from layerlint.report.style import Style

_TRACE_WIDTH = 70
# Whoever has read so many findings of a rule in a file knows what the next ones are about.
SHOWN = 5


def render(report: Report) -> str:
    """All diagnostics, the evidence for a rule with the first one of it, and the summary.

    Of what a rule reports of one file over and over, only the first few have the code around them.
    """
    proven: set[str] = set()
    shown: dict[tuple[str, str], int] = {}
    blocks, is_brief = [], False
    for diagnostic in report.diagnostics:
        kind = (diagnostic.path, diagnostic.code)
        shown[kind] = shown.get(kind, 0) + 1
        if shown[kind] > SHOWN:
            blocks.append(f"{line(report, diagnostic)}\n")
            is_brief = True
            continue
        lines = list(_block(diagnostic, report))
        if diagnostic.code not in proven:
            proven.add(diagnostic.code)
            lines += _evidence(diagnostic, report.style)
        separator = "\n" if is_brief else ""
        blocks.append(separator + "\n".join(lines) + "\n\n")
        is_brief = False
    return "".join(blocks) + ("\n" if is_brief else "") + summary(report)


def _block(diagnostic: Diagnostic, report: Report) -> Iterator[str]:
    style = report.style
    mark = f" [{style.hint('*')}]" if report.is_fixable(diagnostic) else ""
    rule = catalogue.find(diagnostic.code)
    said, reason = split(diagnostic.message) if rule is not None else (diagnostic.message, "")
    plain = f"{diagnostic.code}{' [*]' if mark else ''} "
    first, *rest = style.wrapped(visible(said), plain)
    code = style.link(style.error(diagnostic.code), page_of(diagnostic))
    yield f"{code}{mark} {style.bold(first)}"
    yield from (f"{' ' * len(plain)}{style.bold(more)}" for more in rest)
    lines = report.lines_of(diagnostic)
    place = place_of(diagnostic)
    if lines is None:
        yield f" {style.frame('-->')} {place}"
        if reason:
            yield from _said("help", reason, style)
        return
    width = frame.gutter_width(diagnostic, lines)
    yield f"{' ' * width}{style.frame('-->')} {place}"
    yield from frame.excerpt(diagnostic, lines, width, style)
    yield from _trace(diagnostic, style)
    if reason:
        yield from _said("help", reason, style)
    yield from _help(diagnostic, report, width)


def _trace(diagnostic: Diagnostic, style: Style) -> Iterator[str]:
    if not diagnostic.trace:
        return
    yield f"{style.hint('note')}: `call` gets there by way of"
    places = [place(step.path, step.row, step.column, step.cell) for step in diagnostic.trace]
    width = max(map(len, places))
    for where, step in zip(places, diagnostic.trace, strict=True):
        text = visible(" ".join(step.message.split()))
        if len(text) > _TRACE_WIDTH:
            text = f"{text[: _TRACE_WIDTH - 3]}..."
        yield f"      {where:<{width}}  {text}"


def _help(diagnostic: Diagnostic, report: Report, width: int) -> Iterator[str]:
    fix, style = diagnostic.fix, report.style
    if fix is None:
        return
    yield from _said("help", fix.title, style)
    for lines, edits in report.edits_by_lines(diagnostic):
        if lines.cell != diagnostic.cell:
            yield f"{' ' * width}{style.frame(':::')} cell {lines.cell}"
        yield from frame.difference(lines, edits, width, style)
    if fix.applicability == "unsafe":
        yield f"{style.hint('note')}: This fix is unsafe: it may change more than what is reported"
    elif fix.applicability == "display-only":
        yield f"{style.hint('note')}: This fix is only a suggestion and is never applied"


def _evidence(diagnostic: Diagnostic, style: Style) -> Iterator[str]:
    """What the proof of the rule saw, on the newest generation that the diagnostic is about."""
    rule = catalogue.find(diagnostic.code)
    if rule is None:
        return
    for generation in sorted(diagnostic.generations, reverse=True):
        if generation in rule.observed:
            seen = f"Proven at run time: {rule.observed[generation]} (Keras {generation})"
            yield from _said("note", seen, style)
            yield f"      See `layerlint rule {rule.code}`"
            return


def _said(kind: str, text: str, style: Style) -> Iterator[str]:
    """A remark behind its kind, over as many lines as the terminal takes for it."""
    first, *rest = style.wrapped(visible(text), f"{kind}: ")
    yield f"{style.hint(kind)}: {first}"
    yield from (f"{' ' * len(kind)}  {more}" for more in rest)
