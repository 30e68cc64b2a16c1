"""A diagnostic: one located violation, as reports, fixes and editors see it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from layerlint.fixes.edit import Fix


class TraceStep:
    """One located step on the way to what a diagnostic is about; `cell` as in a diagnostic."""

    __slots__ = ("cell", "column", "message", "path", "row")

    def __init__(
        self, path: str, row: int, column: int, message: str, cell: int | None = None
    ) -> None:
        self.path = path
        self.row = row
        self.column = column
        self.message = message
        self.cell = cell

    def __repr__(self) -> str:
        return f"<TraceStep {self.path}:{self.row}:{self.column} {self.message!r}>"


class Diagnostic:
    """A finding that has a place.

    Rows and columns count from one, columns in characters; `start` and `end` are character offsets
    of the text that was analysed. `guessed` is set where it holds on one generation of Keras only,
    and nothing says on which the code runs. `noqa_row` is the row where a trailing suppression
    would stand. Of a notebook the text is the module that its cells make; only reports set `cell`,
    the number of the notebook's cell, and count rows from its first. A plain class: reports are
    printed from the cache without paying for dataclasses.
    """

    __slots__ = (
        "cell",
        "code",
        "end",
        "end_column",
        "end_row",
        "fix",
        "generations",
        "guessed",
        "message",
        "name",
        "noqa_row",
        "path",
        "severity",
        "start",
        "start_column",
        "start_row",
        "trace",
        "url",
    )

    def __init__(
        self,
        path: str,
        code: str,
        name: str,
        message: str,
        *,
        start_row: int = 1,
        start_column: int = 1,
        end_row: int = 1,
        end_column: int = 1,
        start: int = 0,
        end: int = 0,
        fix: Fix | None = None,
        url: str | None = None,
        noqa_row: int | None = None,
        severity: str = "error",
        generations: tuple[int, ...] = (),
        guessed: bool = False,
        trace: tuple[TraceStep, ...] = (),
        cell: int | None = None,
    ) -> None:
        self.path = path
        self.code = code
        self.name = name
        self.message = message
        self.start_row = start_row
        self.start_column = start_column
        self.end_row = end_row
        self.end_column = end_column
        self.start = start
        self.end = end
        self.fix = fix
        self.url = url
        self.noqa_row = noqa_row
        self.severity = severity
        self.generations = generations
        self.guessed = guessed
        self.trace = trace
        self.cell = cell

    @property
    def order(self) -> tuple[str, int, int, int, str]:
        """What diagnostics are sorted by: path, cell, line, column, code."""
        return (self.path, self.cell or 0, self.start_row, self.start_column, self.code)

    def __repr__(self) -> str:
        place = f"{self.path}:{self.start_row}:{self.start_column}"
        return f"<Diagnostic {place} {self.code} {self.message!r}>"
