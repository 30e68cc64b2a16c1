"""`layerlint explain FILE:LINE`: what a finding rests on."""

from __future__ import annotations

import os
import re
import sys
from itertools import takewhile

from layerlint import catalogue
from layerlint.cli import flags as shared
from layerlint.cli.rule import COLUMNS
from layerlint.failure import Failure
from layerlint.report import full
from layerlint.report.reflow import reflow
from layerlint.report.style import style_for
from layerlint.report.visible import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from layerlint.config.resolve import Configuration
    from layerlint.diagnostics import Diagnostic
    from layerlint.engine.beliefs import Line
    from layerlint.files.source import Lines
    from layerlint.report.cells import Cells
    from layerlint.report.report import Report
    from layerlint.report.style import Style
    from layerlint.state.session import Session

_PLACE = re.compile(r"(?P<path>.+?)(?::cell (?P<cell>\d+))?:(?P<row>\d+)(?::\d+)?")


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "places",
        nargs="+",
        metavar="FILE:LINE | RULE",
        help="a place as it is reported, in a notebook `FILE:cell N:LINE`; or a rule",
    )
    shared.add_configuration_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Explain what is found on each of the lines that were given."""
    from layerlint.cli import rule
    from layerlint.config import resolve
    from layerlint.project.depth import DeepRecursion

    for index, word in enumerate(arguments.places):
        if index:
            print()
        found = catalogue.find(word)
        if found is not None:
            print(rule.explained(found))
        else:
            place, configuration = Place(word), resolve.load(arguments)
            try:
                with DeepRecursion():
                    _explain(place, arguments, configuration)
            except RecursionError:
                raise Failure(f"{place.path} is nested too deeply to be explained") from None
    return 0


class Place:
    """A line of a file, of a notebook a line of one of its cells."""

    __slots__ = ("cell", "path", "row", "text")

    def __init__(self, text: str) -> None:
        """Read `FILE:LINE`; raises `Failure` where that is none, or no file."""
        match = _PLACE.fullmatch(text)
        if match is None:
            near = catalogue.nearest(text)
            meant = f"did you mean '{near}'?" if near else "see `layerlint explain --help`"
            raise Failure(f"`{text}` is neither FILE:LINE nor a rule", meant)
        self.text = text
        self.path = match["path"]
        self.cell = int(match["cell"]) if match["cell"] else None
        self.row = int(match["row"])
        if not os.path.isfile(self.path):
            raise Failure(f"no such file: {self.path}")

    def holds(self, diagnostic: Diagnostic) -> bool:
        """Whether a diagnostic, with its rows as they are reported, is about the line."""
        return (
            diagnostic.cell == self.cell and diagnostic.start_row <= self.row <= diagnostic.end_row
        )


def _explain(place: Place, arguments: argparse.Namespace, configuration: Configuration) -> None:
    from layerlint.report.report import Report
    from layerlint.state.session import Session

    session = Session(configuration, [place.path, *_around(place.path)])
    style = style_for(sys.stdout, arguments.color)
    report = Report(session.diagnostics(place.path), session.contents.source, style, quiet=True)
    found = [one for one in report.diagnostics if place.holds(one)]
    line = _line(place, session, report)
    if found:
        report.diagnostics = found
        print(full.render(report).rstrip())
    else:
        print(f"Nothing is reported on {place.text}{_elsewhere(report.diagnostics)}")
        hidden = list(_hidden(place, arguments))
        found = [one for one, _ in hidden]
        if hidden:
            print(_section("What is hidden there", [why for _, why in hidden], style))
    if line is not None:
        print(_section("Where", [line.around()], style))
        believed = list(line.believed())
        if believed:
            print(_section("What `call` sees there", believed, style))
    for code in dict.fromkeys(one.code for one in found):
        print(_section(f"Rule {code}", _in_short(code), style))


def _hidden(place: Place, arguments: argparse.Namespace) -> Iterator[tuple[Diagnostic, str]]:
    """What would be reported on a line, and by what it is kept from it."""
    from copy import copy

    from layerlint.config import resolve
    from layerlint.report.report import Report
    from layerlint.state.session import Session

    everything = copy(arguments)
    everything.ignore_suppressions, everything.baseline = True, ""
    session = Session(resolve.load(everything), [place.path, *_around(place.path)])
    diagnostics = session.diagnostics(place.path)
    shown = Report(diagnostics, session.contents.source, style_for(sys.stdout, "never"))
    for one, placed in zip(diagnostics, shown.diagnostics, strict=True):
        if place.holds(placed):
            comment = _comment_on(one, session)
            why = "the baseline accepts it" if comment is None else f"suppressed by `{comment}`"
            yield placed, f"{one.code} {one.message}: {why}"


def _comment_on(diagnostic: Diagnostic, session: Session) -> str | None:
    """The comment that suppresses a diagnostic, where it is or at a call that leads there."""
    from layerlint.suppress.scope import suppressions_in

    places = [(diagnostic.path, diagnostic.start_row)]
    places += [(step.path, step.row) for step in diagnostic.trace]
    for path, row in places:
        suppressions = suppressions_in(session.contents.text(path))
        found = suppressions.comment_on(diagnostic.code, row) if suppressions is not None else None
        if found is not None:
            return found
    return None


def _around(path: str) -> list[str]:
    """What is looked at with a file: its project, of which the present directory may be a part.

    Of a file that lies in none, its package or the modules beside it: what else lies around may be
    anything, as it is in a directory for temporary files.
    """
    from layerlint.project.workspace import project_root, upwards

    directory = os.path.dirname(os.path.abspath(path))
    packages = takewhile(lambda above: "__init__.py" in _entries(above), upwards(directory))
    root = project_root(directory, _entries) or next(reversed([*packages]), None)
    if root is None:
        beside = (name for name in sorted(_entries(directory)) if name.endswith(".py"))
        modules = (os.path.join(os.path.dirname(path), name) for name in beside)
        return [module for module in modules if os.path.isfile(module)]
    here = os.getcwd()
    return [os.curdir if _is_in(here, root) and _is_in(directory, here) else root]


def _is_in(inner: str, outer: str) -> bool:
    return os.path.join(inner, "").startswith(os.path.join(outer, ""))


def _entries(directory: str) -> frozenset[str]:
    """The names in a directory; none of one that may be passed through and not listed."""
    try:
        return frozenset(os.listdir(directory))
    except OSError:
        return frozenset()


def _line(place: Place, session: Session, report: Report) -> Line | None:
    """The line as its project sees it; None where that cannot be analysed, which is reported."""
    group = session.project(place.path)
    if group is None:
        raise Failure(f"{place.path} is excluded by the settings")
    if any(not one.code.startswith("LL") for one in report.diagnostics):
        return None
    lines = session.contents.source(place.path).lines
    cells = report.cells(place.path)
    row = place.row
    if cells is not None:
        row = _row_of_module(place, cells, lines)
    elif place.cell is not None:
        raise Failure(f"{place.path} has no cells")
    if not 0 < row <= len(lines):
        raise Failure(f"{place.path} has {len(lines)} lines")
    from layerlint.engine.beliefs import Line

    return Line(group, session.contents, group.index.paths[os.path.abspath(place.path)], row)


def _row_of_module(place: Place, cells: Cells, lines: Lines) -> int:
    """The row of the text that is checked of a row of a cell."""
    if place.cell is None:
        raise Failure(f"{place.path} is a notebook", f"name the cell: {place.path}:cell 1:1")
    if place.cell not in cells.numbers:
        raise Failure(f"{place.path} has no code cell {place.cell}")
    own = cells.lines(place.cell)
    if not 0 < place.row <= len(own):
        raise Failure(f"cell {place.cell} of {place.path} has {len(own)} lines")
    return lines.position(own.offset(place.row))[0]


def _elsewhere(diagnostics: Sequence[Diagnostic]) -> str:
    """Where there is something to explain instead."""
    if not diagnostics:
        return ", nor elsewhere in the file."
    places = dict.fromkeys(
        f"{one.start_row}" if one.cell is None else f"cell {one.cell}:{one.start_row}"
        for one in diagnostics
    )
    return f"; in this file it is on line {', '.join(places)}."


def _in_short(code: str) -> list[str]:
    """The first two sections of the page of a rule, without their titles."""
    rule = catalogue.find(code)
    if rule is None:
        return ["This is no rule: the file could not be analysed."]
    sections = rule.read("README.md").split("\n## ")[1:3]
    texts = [section.partition("\n")[2] for section in sections]
    paragraphs = [part for text in texts for part in text.strip().split("\n\n")]
    wrapped = [line for text in paragraphs for line in reflow(text, COLUMNS - 2)]
    return [*wrapped, f"All of it: `layerlint rule {code}`"]


def _section(title: str, lines: Sequence[str], style: Style) -> str:
    return "\n".join(["", style.bold(title), *(f"  {visible(line)}" for line in lines)])
