"""The diagnostics about files that cannot be read, decoded or parsed.

These cannot be switched off: a linter that says "all checks passed" of a file that it could not
read would lie.
"""

from __future__ import annotations

import sys

from layerlint.diagnostics import Diagnostic
from layerlint.files.source import NOTEBOOK, Lines, Undecodable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from layerlint.files.discovery import File
    from layerlint.project.index import ProjectIndex
    from layerlint.state.snapshot import Snapshot


# libcst parses some ten thousand lines, or twenty thousand elements of a list, in a second. What is
# larger than that many times over was written by a program: a table beside a layer.
MOST_ELEMENTS = 100_000
LONGEST_TEXT = 4_000_000


class Examination:
    """What a look at the bytes of a file gave: its content, or why there is none to check."""

    __slots__ = ("data", "file", "problem")

    def __init__(self, file: File, data: bytes, problem: Diagnostic | None) -> None:
        self.file = file
        self.data = data
        self.problem = problem


def examine(file: File, contents: Snapshot) -> Examination:
    """Read and decode a file."""
    try:
        data = contents.code(file.path)
    except OSError as error:
        message = f"Cannot read the file: {error.strerror or error}"
        return Examination(file, b"", _problem(file, "io-error", message))
    try:
        contents.text(file.path)
    except Undecodable as error:
        if file.path.endswith(NOTEBOOK):
            return Examination(file, data, _problem(file, "invalid-notebook", str(error)))
        place = (error.row, error.column)
        problem = _problem(file, "invalid-encoding", f"Cannot decode the file: {error}", place)
        return Examination(file, data, problem)
    return Examination(file, data, None)


def too_complex(file: File) -> Diagnostic:
    """The diagnostic for code that is nested too deeply to be analysed."""
    message = "The code is nested too deeply to be analysed; the file was not checked"
    return _problem(file, "too-complex", message, (1, 1))


def parse_problem(file: File, text: str) -> Diagnostic | None:
    """The diagnostic about a file that Python cannot parse."""
    import ast
    from symtable import symtable

    elements = text.count(",")
    if elements > MOST_ELEMENTS or len(text) > LONGEST_TEXT:
        size = f"{elements} elements" if elements > MOST_ELEMENTS else f"{len(text)} characters"
        message = f"The file is too large to be analysed ({size}); it was not checked"
        return _problem(file, "too-complex", message)
    # Where the NUL is, and that it is one, not every Python says.
    if "\0" in text:
        place = Lines(text).position(text.find("\0"))
        return _problem(file, "syntax-error", "Cannot be parsed: the file holds a NUL byte", place)
    try:
        try:
            # Python's parser without the tree, which takes half the time.
            symtable(text, file.path, "exec")
        except (SyntaxError, ValueError):
            # What is found after parsing, such as a `nonlocal` without a binding, is no matter.
            ast.parse(text)
    except SyntaxError as error:
        place = _place(error, text)
        python = ".".join(map(str, sys.version_info[:2]))
        message = f"Cannot be parsed as Python {python}: {error.msg}"
        return _problem(file, "syntax-error", message, place)
    except (RecursionError, MemoryError):
        return too_complex(file)
    return None


def obstacle(file: File, text: str, index: ProjectIndex) -> Diagnostic | None:
    """The diagnostic about what keeps a file from being analysed, as far as Python tells."""
    problem = parse_problem(file, text)
    if problem is None and index.module(file.path).is_too_deep:
        return too_complex(file)
    return problem


def _place(error: SyntaxError, text: str) -> tuple[int, int]:
    """The row and column of a syntax error, kept within the text."""
    lines = Lines(text)
    row = min(max(error.lineno or 1, 1), len(lines))
    return row, min(max(error.offset or 1, 1), len(lines.line(row)) + 1)


def _problem(file: File, code: str, message: str, place: tuple[int, int] = (1, 1)) -> Diagnostic:
    row, column = place
    return Diagnostic(
        file.path,
        code,
        code,
        message,
        start_row=row,
        start_column=column,
        end_row=row,
        end_column=column,
    )
