"""Where a path lies in its repository, which is what services that show reports want to know."""

from __future__ import annotations

import os
from functools import cache

from layerlint.report.visible import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from layerlint.diagnostics import Diagnostic


def place(path: str, row: int, column: int, cell: int | None = None) -> str:
    """A place as it is printed: `path:row:column`, in a notebook `path:cell 3:row:column`."""
    where = visible(path) if cell is None else f"{visible(path)}:cell {cell}"
    return f"{where}:{row}:{column}"


def place_of(diagnostic: Diagnostic) -> str:
    """The place of a diagnostic as it is printed."""
    return place(diagnostic.path, diagnostic.start_row, diagnostic.start_column, diagnostic.cell)


@cache
def repository() -> str:
    """The top of the repository around the working directory, or that directory itself."""
    here = directory = os.getcwd()
    while not os.path.exists(os.path.join(directory, ".git")):
        parent = os.path.dirname(directory)
        if parent == directory:
            return here
        directory = parent
    return directory


def in_repository(path: str) -> str:
    """A path relative to the top of the repository, with slashes; absolute if it lies outside."""
    absolute = os.path.abspath(path)
    relative = os.path.relpath(absolute, repository())
    shown = absolute if relative.startswith(os.pardir) else relative
    return shown.replace(os.sep, "/")
