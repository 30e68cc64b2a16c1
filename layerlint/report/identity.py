"""What a diagnostic is known by when lines move: path, rule, class and message."""

from __future__ import annotations

import re
import warnings
from bisect import bisect_right

TYPE_CHECKING = False
if TYPE_CHECKING:
    import ast
    from collections.abc import Callable, Iterable, Iterator

    from layerlint.diagnostics import Diagnostic
    from layerlint.files.source import Lines

Identity = tuple[str, str, str, str]

_LINE = re.compile(r"\bline \d+\b")


class Scopes:
    """The innermost class around each row of a text."""

    __slots__ = ("_classes", "_first_rows")

    def __init__(self, text: str) -> None:
        classes = sorted(_classes(text), key=lambda item: item[0])
        self._classes = classes
        self._first_rows = [first for first, _, _ in classes]

    def at(self, row: int) -> str:
        """The qualified name of the class, empty outside of classes."""
        for index in range(bisect_right(self._first_rows, row) - 1, -1, -1):
            _, last, name = self._classes[index]
            if row <= last:
                return name
        return ""


class Identities:
    """Tells diagnostics apart without lines; `place` says how a path is written."""

    __slots__ = ("_lines", "_place", "_scopes")

    def __init__(self, lines: Callable[[str], Lines | None], place: Callable[[str], str]) -> None:
        self._lines = lines
        self._place = place
        self._scopes: dict[str, Scopes] = {}

    def of(self, diagnostic: Diagnostic) -> Identity:
        """Path, code, class and message, in which no line is named."""
        scopes = self._scopes.get(diagnostic.path)
        if scopes is None:
            lines = self._lines(diagnostic.path)
            scopes = self._scopes[diagnostic.path] = Scopes(lines.text if lines else "")
        scope = scopes.at(self._row(diagnostic))
        message = _LINE.sub("line", diagnostic.message)
        return self._place(diagnostic.path), diagnostic.code, scope, message

    def _row(self, diagnostic: Diagnostic) -> int:
        """The row in the text, which in a report on a notebook is counted by cell."""
        lines = self._lines(diagnostic.path)
        if lines is None or diagnostic.cell is None:
            return diagnostic.start_row
        return lines.position(diagnostic.start)[0]


def fingerprints(identities: Iterable[Identity]) -> Iterator[str]:
    """A hash for each, in order; the second of two that are equal gets another one."""
    from hashlib import sha256

    seen: dict[Identity, int] = {}
    for identity in identities:
        count = seen[identity] = seen.get(identity, 0) + 1
        yield sha256("\0".join((*identity, str(count))).encode("utf-8", "replace")).hexdigest()


def _classes(text: str) -> Iterator[tuple[int, int, str]]:
    """First row (decorators included), last row and qualified name of each class."""
    import ast

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what Python thinks of the code is not asked
        try:
            tree = ast.parse(text)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return
    pending: list[tuple[ast.AST, str]] = [(tree, "")]
    while pending:
        node, prefix = pending.pop()
        for child in ast.iter_child_nodes(node):
            inner = prefix
            if isinstance(child, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
                inner = f"{prefix}{child.name}."
            if isinstance(child, ast.ClassDef):
                first = min([child.lineno, *(item.lineno for item in child.decorator_list)])
                yield first, child.end_lineno or first, inner[:-1]
            pending.append((child, inner))
