"""Diagnostics, places and edits as the Language Server Protocol has them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable

from lsprotocol import types
from pygls.uris import from_fs_path

from layerlint.diagnostics import Diagnostic, TraceStep
from layerlint.files.source import Lines
from layerlint.fixes.edit import Edit

_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}


class Translator:
    """Translates places of a text into those of the editor, which counts in its own units."""

    def __init__(self, encoding: str, lines: Callable[[str], Lines | None]) -> None:
        """`encoding` was agreed on; `lines` gives those of a file, None where it has none."""
        self._encoding = encoding
        self._lines = lines

    def position(self, lines: Lines | None, row: int, column: int) -> types.Position:
        """The position of a row and a column in characters, both counted from one."""
        if lines is None or row > len(lines):
            return types.Position(row - 1, column - 1)
        return types.Position(row - 1, self._units(lines.line(row)[: column - 1]))

    def range_of(self, diagnostic: Diagnostic) -> types.Range:
        """Where a diagnostic stands."""
        lines = self._lines(diagnostic.path)
        return types.Range(
            self.position(lines, diagnostic.start_row, diagnostic.start_column),
            self.position(lines, diagnostic.end_row, diagnostic.end_column),
        )

    def diagnostic(self, diagnostic: Diagnostic) -> types.Diagnostic:
        """A diagnostic with the steps that lead to it."""
        return types.Diagnostic(
            range=self.range_of(diagnostic),
            message=diagnostic.message,
            severity=_SEVERITIES[diagnostic.severity],
            code=diagnostic.code,
            source="layerlint",
            related_information=[
                types.DiagnosticRelatedInformation(
                    types.Location(uri_of(step.path), self._point(step)),
                    step.message,
                )
                for step in diagnostic.trace
            ],
        )

    def edits(self, path: str, edits: Iterable[Edit]) -> types.WorkspaceEdit:
        """The edits of one file."""
        lines = self._lines(path)
        assert lines is not None  # there is a text that they are about
        changes = [
            types.TextEdit(
                types.Range(
                    self.position(lines, *lines.position(edit.start)),
                    self.position(lines, *lines.position(edit.end)),
                ),
                edit.text,
            )
            for edit in edits
        ]
        return types.WorkspaceEdit(changes={uri_of(path): changes})

    def _point(self, step: TraceStep) -> types.Range:
        place = self.position(self._lines(step.path), step.row, step.column)
        return types.Range(place, place)

    def _units(self, text: str) -> int:
        if self._encoding == types.PositionEncodingKind.Utf32:
            return len(text)
        if self._encoding == types.PositionEncodingKind.Utf8:
            return len(text.encode("utf-8", "surrogatepass"))
        return len(text.encode("utf-16-le", "surrogatepass")) // 2


def uri_of(path: str) -> str:
    """The address of a file."""
    return str(from_fs_path(os.path.abspath(path)))
