"""Workflow commands, which GitHub shows as annotations in the diff of a pull request."""

from __future__ import annotations

from layerlint.config.choices import SEVERITIES
from layerlint.report.places import in_repository
from layerlint.report.severity import rank
from layerlint.report.visible import visible, visible_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from layerlint.diagnostics import Diagnostic
    from layerlint.report.report import Report

# GitHub shows so many annotations of each level of one step and drops the rest without a word.
SHOWN = 10
_COMMANDS = dict(zip(SEVERITIES, ("error", "warning", "notice"), strict=True))


def render(report: Report) -> str:
    """A command for each diagnostic, the worst first, and a notice where GitHub drops some."""
    by_level = {
        level: [one for one in report.in_files() if rank(one) == index]
        for index, level in enumerate(SEVERITIES)
    }
    dropped = sum(max(0, len(found) - SHOWN) for found in by_level.values())
    if dropped and len(by_level["info"]) >= SHOWN:
        dropped += 1  # the notice takes the place of one
    lines = [_annotation(one) for level in ("error", "warning") for one in by_level[level]]
    if dropped:
        lines.append(f"::notice title=layerlint::and {dropped} more, see the log of this step")
    lines += [_annotation(one) for one in by_level["info"]]
    return "".join(f"{line}\n" for line in lines)


def _annotation(diagnostic: Diagnostic) -> str:
    properties = {
        "title": f"layerlint ({diagnostic.code})",
        "file": visible(in_repository(diagnostic.path)),
        "line": diagnostic.start_row,
        "col": diagnostic.start_column,
        "endLine": diagnostic.end_row,
        "endColumn": diagnostic.end_column,
    }
    if diagnostic.end_row != diagnostic.start_row:
        # GitHub refuses columns for a range of several lines.
        del properties["col"], properties["endColumn"]
    pairs = ",".join(f"{key}={_escaped_property(str(value))}" for key, value in properties.items())
    place = f"{visible(diagnostic.path)}:{diagnostic.start_row}:{diagnostic.start_column}"
    message = f"{place}: {diagnostic.code} {visible_lines(diagnostic.message)}"
    if diagnostic.fix is not None:
        message += f"\n  help: {visible(diagnostic.fix.title)}"
    if diagnostic.url is not None:
        message += f"\n  see {visible(diagnostic.url)}"
    return f"::{_COMMANDS[diagnostic.severity]} {pairs}::{_escaped(message)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
