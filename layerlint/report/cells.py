"""Places in notebooks as their readers count them: by cell, and by line of the cell."""

from __future__ import annotations

import re
from bisect import bisect_right
from copy import copy

from layerlint.diagnostics import TraceStep
from layerlint.files.notebook import Cell, NotebookSource
from layerlint.files.source import Lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from layerlint.diagnostics import Diagnostic
    from layerlint.files.source import Source

_LINE = re.compile(r"\bline (\d+)\b")


class CellLines(Lines):
    """The rows of one cell, counted from its first; offsets are those of the whole text."""

    __slots__ = ("_above", "_count", "cell")

    def __init__(self, text: str, number: int, above: int, count: int) -> None:
        super().__init__(text)
        self.cell = number
        self._above = above
        self._count = count

    def __len__(self) -> int:
        return self._count

    def position(self, offset: int) -> tuple[int, int]:
        """The row within the cell and the column of a character offset."""
        row, column = super().position(offset)
        return row - self._above, column

    def offset(self, row: int, column: int = 1) -> int:
        """The character offset of a row of the cell and a column."""
        return super().offset(row + self._above, column)

    def line(self, row: int) -> str:
        """The text of a row of the cell without its line ending."""
        return super().line(row + self._above)


class Cells:
    """The cells of one notebook."""

    __slots__ = ("_aboves", "_source", "_views")

    def __init__(self, source: NotebookSource) -> None:
        self._source = source
        self._aboves = []
        self._views: dict[int, CellLines] = {}
        above = 0
        for cell in source.cells:
            self._aboves.append(above)
            above += len(Lines(cell.text)) + 1

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers of the cells that are checked."""
        return frozenset(cell.number for cell in self._source.cells)

    def place(self, row: int) -> tuple[int, int]:
        """The number of the cell of a row of the module, and the row within it."""
        index = max(0, bisect_right(self._aboves, row - 1) - 1)
        cell = self._source.cells[index]
        return cell.number, min(row - self._aboves[index], len(Lines(cell.text)))

    def lines(self, number: int) -> CellLines:
        """The lines of the cell of that number."""
        if number not in self._views:
            index, cell = self._find(number)
            above, count = self._aboves[index], len(Lines(cell.text))
            self._views[number] = CellLines(self._source.text, number, above, count)
        return self._views[number]

    def file_row(self, number: int, row: int) -> int:
        """The row of the file in which a row of the cell of that number is written."""
        return self._source.file_row(self._find(number)[1], row)

    def _find(self, number: int) -> tuple[int, Cell]:
        cells = enumerate(self._source.cells)
        return next((index, cell) for index, cell in cells if cell.number == number)


def cells_of(source: Source) -> Cells | None:
    """The cells of a source; None where it has none."""
    return Cells(source) if isinstance(source, NotebookSource) and source.cells else None


def by_cell(diagnostic: Diagnostic, cells: Callable[[str], Cells | None]) -> Diagnostic:
    """The diagnostic with its rows, and those of its trace, counted within cells."""
    own = cells(diagnostic.path)
    trace = tuple(_step(step, cells(step.path)) for step in diagnostic.trace)
    if own is None and trace == diagnostic.trace:
        return diagnostic
    told = copy(diagnostic)
    told.trace = trace
    if own is not None:
        told.cell, told.start_row = own.place(diagnostic.start_row)
        told.end_row = told.start_row + diagnostic.end_row - diagnostic.start_row
        if diagnostic.noqa_row is not None:
            told.noqa_row = own.place(diagnostic.noqa_row)[1]
        told.message = _LINE.sub(lambda match: _named(own, told.cell, match), diagnostic.message)
    return told


def by_file(diagnostic: Diagnostic, cells: Callable[[str], Cells | None]) -> Diagnostic:
    """A diagnostic by cell with the rows of the file, in which there are no columns of a cell."""
    told = copy(diagnostic)
    own = cells(diagnostic.path)
    if own is not None and diagnostic.cell is not None:
        told.start_row = own.file_row(diagnostic.cell, diagnostic.start_row)
        told.end_row = own.file_row(diagnostic.cell, diagnostic.end_row)
        told.start_column = told.end_column = 1
        told.fix = None
    told.trace = tuple(
        step
        if step.cell is None or (around := cells(step.path)) is None
        else TraceStep(step.path, around.file_row(step.cell, step.row), 1, step.message)
        for step in diagnostic.trace
    )
    return told


def _step(step: TraceStep, cells: Cells | None) -> TraceStep:
    if cells is None:
        return step
    cell, row = cells.place(step.row)
    return TraceStep(step.path, row, step.column, step.message, cell)


def _named(cells: Cells, own: int | None, match: re.Match[str]) -> str:
    cell, row = cells.place(int(match[1]))
    return f"line {row}" if cell == own else f"cell {cell}, line {row}"
