"""What a report is made from, and the formats by name."""

from __future__ import annotations

import importlib

from layerlint.files.source import NOTEBOOK, Lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from layerlint.diagnostics import Diagnostic
    from layerlint.files.source import Source
    from layerlint.fixes.edit import Edit
    from layerlint.report.cells import Cells
    from layerlint.report.style import Style


class Report:
    """The diagnostics of a run with the texts that they lie in; in notebooks they count by cell.

    `unsafe` are the paths in which unsafe fixes are applied and offered; `fixed` is the number of
    diagnostics that are gone because they were fixed; a `quiet` report has no summary. `failures`
    are the sentences about what could not be looked at, `remarks` those that follow the summary.
    """

    __slots__ = (
        "_cells",
        "_lines",
        "_source",
        "diagnostics",
        "failures",
        "fixed",
        "quiet",
        "remarks",
        "style",
        "unsafe",
    )

    def __init__(
        self,
        diagnostics: Sequence[Diagnostic],
        source: Callable[[str], Source],
        style: Style,
        *,
        unsafe: Collection[str] = (),
        fixed: int = 0,
        quiet: bool = False,
        failures: Sequence[str] = (),
        remarks: Sequence[str] = (),
    ) -> None:
        self._source = source
        self._lines: dict[str, Lines] = {}
        self._cells: dict[str, Cells | None] = {}
        self.diagnostics = self._by_cell(diagnostics)
        self.style = style
        self.unsafe = unsafe
        self.fixed = fixed
        self.quiet = quiet
        self.failures = failures
        self.remarks = remarks

    def lines(self, path: str) -> Lines | None:
        """The lines of a file, of a notebook those of its module; None where there is no text."""
        if path not in self._lines:
            try:
                self._lines[path] = Lines(self._source(path).text)
            except (OSError, ValueError):
                return None
        return self._lines[path]

    def lines_of(self, diagnostic: Diagnostic) -> Lines | None:
        """The lines that the rows of a diagnostic count."""
        cells = self.cells(diagnostic.path)
        if cells is None or diagnostic.cell is None:
            return self.lines(diagnostic.path)
        return cells.lines(diagnostic.cell)

    def edits_by_lines(self, diagnostic: Diagnostic) -> list[tuple[Lines, list[Edit]]]:
        """The edits of the fix, in a notebook those of each cell together, and their lines."""
        lines, cells = self.lines(diagnostic.path), self.cells(diagnostic.path)
        if diagnostic.fix is None or lines is None:
            return []
        if cells is None:
            return [(lines, list(diagnostic.fix.edits))]
        found: dict[int, tuple[Lines, list[Edit]]] = {}
        for edit in diagnostic.fix.edits:
            number, _ = cells.place(lines.position(edit.start)[0])
            found.setdefault(number, (cells.lines(number), []))[1].append(edit)
        return list(found.values())

    def cells(self, path: str) -> Cells | None:
        """The cells of a notebook; None for any other file."""
        if path not in self._cells:
            self._cells[path] = None
            if path.endswith(NOTEBOOK):
                from layerlint.report.cells import cells_of

                try:
                    self._cells[path] = cells_of(self._source(path))
                except (OSError, ValueError):
                    return None
        return self._cells[path]

    def in_files(self) -> list[Diagnostic]:
        """The diagnostics for services that know no cells: with the rows of the files."""
        if not any(diagnostic.cell for diagnostic in self.diagnostics):
            return list(self.diagnostics)
        from layerlint.report.cells import by_file

        return [by_file(diagnostic, self.cells) for diagnostic in self.diagnostics]

    def _by_cell(self, diagnostics: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
        paths = {one.path for one in diagnostics}
        paths.update(step.path for one in diagnostics for step in one.trace)
        if not any(path.endswith(NOTEBOOK) for path in paths):
            return diagnostics
        from layerlint.report.cells import by_cell

        return [by_cell(diagnostic, self.cells) for diagnostic in diagnostics]

    def is_fixable(self, diagnostic: Diagnostic) -> bool:
        """Whether `--fix` would repair it, given the settings of its file."""
        fix = diagnostic.fix
        return fix is not None and (
            fix.applicability == "safe"
            or (fix.applicability == "unsafe" and diagnostic.path in self.unsafe)
        )

    def is_hidden_fix(self, diagnostic: Diagnostic) -> bool:
        """Whether `--fix` would repair it only together with `--unsafe-fixes`."""
        fix = diagnostic.fix
        return (
            fix is not None and fix.applicability == "unsafe" and diagnostic.path not in self.unsafe
        )


# For people, and for services that look for single lines in a log; all others fill a stream alone.
TEXTS = ("concise", "full", "grouped")
ANNOTATIONS = ("github", "azure")


def renderer(name: str) -> Callable[[Report], str]:
    """The function that renders a report in the format of that name."""
    module = importlib.import_module(f"layerlint.report.{name.replace('-', '_')}")
    render: Callable[[Report], str] = module.render
    return render
