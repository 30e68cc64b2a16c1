"""Diagnostics, places and edits as the Language Server Protocol has them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator

from lsprotocol import types

from layerlint.diagnostics import Diagnostic
from layerlint.files.notebook import NotebookSource
from layerlint.files.source import Lines, Source
from layerlint.fixes.apply import edited
from layerlint.fixes.edit import Edit
from layerlint.report.cells import Cells, by_cell, cells_of
from layerlint.report.pages import page_of
from layerlint.server.documents import Documents

_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}
_UNNECESSARY = frozenset({"unused-suppression"})


class Translator:
    """Translates places of one revision into those of the editor, which counts in its own units."""

    def __init__(
        self,
        encoding: str,
        documents: Documents,
        source: Callable[[str], Source | None],
        *,
        versions: bool,
    ) -> None:
        """`encoding` was agreed on; `source` gives what a file holds.

        With `versions`, an edit names the text of the editor that it was made for.
        """
        self._encoding = encoding
        self._documents = documents
        self._source = source
        self._versions = versions
        self._cells: dict[str, Cells | None] = {}

    def diagnostics(self, found: Iterable[Diagnostic]) -> Iterator[tuple[str, types.Diagnostic]]:
        """The diagnostics, each with the address of the text that it is about."""
        for one in found:
            yield self._told(one)

    def diagnostic(self, diagnostic: Diagnostic) -> types.Diagnostic:
        """A diagnostic with the steps that lead to it."""
        return self._told(diagnostic)[1]

    def rows(self, uri: str, path: str, place: types.Range) -> tuple[int, int]:
        """The rows of the text that is checked, from one, that a range of the editor stands for."""
        lines, own = self._lines(path), self._own_lines(uri, path)
        if lines is None or own is None:
            return place.start.line + 1, place.end.line + 1
        first, last = (min(one.line + 1, len(own)) for one in (place.start, place.end))
        return lines.position(own.offset(first))[0], lines.position(own.offset(last))[0]

    def offset(self, uri: str, path: str, place: types.Position) -> int | None:
        """The offset in the text that is checked of a position of the editor."""
        own = self._own_lines(uri, path)
        if own is None or place.line >= len(own):
            return None
        units, column = 0, 0
        for character in own.line(place.line + 1):
            units += self._units(character)
            if units > place.character:
                break
            column += 1
        return own.offset(place.line + 1, column + 1)

    def edit(self, path: str, edits: Iterable[Edit]) -> types.WorkspaceEdit:
        """The edits of one file, in a notebook by its cells."""
        changes = self._changes(path, edits)
        if not self._versions:
            return types.WorkspaceEdit(changes=changes)
        return types.WorkspaceEdit(
            document_changes=[
                types.TextDocumentEdit(
                    types.OptionalVersionedTextDocumentIdentifier(
                        uri, self._documents.version(uri)
                    ),
                    list(edits_of_one),
                )
                for uri, edits_of_one in changes.items()
            ]
        )

    def _changes(self, path: str, edits: Iterable[Edit]) -> dict[str, list[types.TextEdit]]:
        """The edits of one file by the address of the text that each is about."""
        source = self._source(path)
        assert source is not None  # there is a text that they are about
        path = os.path.abspath(path)
        if not isinstance(source, NotebookSource):
            found = [self._text_edit(source.lines, edit) for edit in edits]
            return {self._documents.address(path): found}
        return {
            self._documents.address(path, cell.number): [
                self._text_edit(Lines(cell.source), difference(cell.source, text))
            ]
            for cell, text in source.changed_cells(edited(source.text, edits))
        }

    def _told(self, one: Diagnostic) -> tuple[str, types.Diagnostic]:
        fix = one.fix
        changes = self._changes(one.path, fix.edits) if fix is not None else {}
        one = by_cell(one, self._cells_of)
        path = os.path.abspath(one.path)
        lines = self._lines_of(path, one.cell)
        page = page_of(one)
        return self._documents.address(path, one.cell), types.Diagnostic(
            range=types.Range(
                self._position(lines, one.start_row, one.start_column),
                self._position(lines, one.end_row, one.end_column),
            ),
            message=one.message,
            severity=_SEVERITIES[one.severity],
            code=one.code,
            code_description=types.CodeDescription(page) if page is not None else None,
            source="layerlint",
            tags=[types.DiagnosticTag.Unnecessary] if one.name in _UNNECESSARY else None,
            related_information=[
                types.DiagnosticRelatedInformation(
                    self._location(step.path, step.cell, step.row, step.column), step.message
                )
                for step in one.trace
            ],
            data={
                "code": one.code,
                "name": one.name,
                "applicability": fix.applicability if fix is not None else None,
                "edits": changes,
            },
        )

    def _location(self, path: str, cell: int | None, row: int, column: int) -> types.Location:
        absolute = os.path.abspath(path)
        place = self._position(self._lines_of(absolute, cell), row, column)
        return types.Location(self._documents.address(absolute, cell), types.Range(place, place))

    def _text_edit(self, lines: Lines, edit: Edit) -> types.TextEdit:
        return types.TextEdit(
            types.Range(
                self._position(lines, *lines.position(edit.start)),
                self._position(lines, *lines.position(edit.end)),
            ),
            edit.text,
        )

    def _own_lines(self, uri: str, path: str) -> Lines | None:
        """The lines of what the editor shows under an address."""
        return self._lines_of(path, self._documents.cell(uri))

    def _lines_of(self, path: str, cell: int | None) -> Lines | None:
        cells = self._cells_of(path)
        return self._lines(path) if cells is None or cell is None else cells.lines(cell)

    def _lines(self, path: str) -> Lines | None:
        source = self._source(path)
        return None if source is None else source.lines

    def _cells_of(self, path: str) -> Cells | None:
        if path not in self._cells:
            source = self._source(path)
            self._cells[path] = None if source is None else cells_of(source)
        return self._cells[path]

    def _position(self, lines: Lines | None, row: int, column: int) -> types.Position:
        """The position of a row and a column in characters, both counted from one."""
        if lines is None or row > len(lines):
            return types.Position(row - 1, column - 1)
        return types.Position(row - 1, self._units(lines.line(row)[: column - 1]))

    def _units(self, text: str) -> int:
        if self._encoding == types.PositionEncodingKind.Utf32:
            return len(text)
        if self._encoding == types.PositionEncodingKind.Utf8:
            return len(text.encode("utf-8", "surrogatepass"))
        return len(text.encode("utf-16-le", "surrogatepass")) // 2


def difference(before: str, after: str) -> Edit:
    """The one edit between two texts that leaves alone what they begin and end with alike."""
    start = _alike(before, after)
    rest = min(len(before), len(after)) - start
    end = min(rest, _alike(before[::-1], after[::-1]))
    return Edit(start, len(before) - end, after[start : len(after) - end])


def _alike(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(one), len(other)))
