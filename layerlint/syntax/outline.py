"""The stretches of a module: its functions and classes one by one, and what lies between them.

A module can be parsed stretch by stretch, so that what nobody asks for is not parsed, and what an
edit leaves as it was is not parsed again. Python's own parser, which is many times faster than
libcst, tells where they end.
"""

from __future__ import annotations

import ast
import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LINE_END = re.compile(r"\r\n|\r|\n")
_INDENTED_COMMENT = re.compile(r"[ \t]+#")


class Stretch:
    """A statement of the top level that defines a function or class, or others in a row.

    `end` is the number of its last line, from 1. The names are those that it gives the module, as
    functions, as classes or by plain assignments, perhaps behind conditions.
    """

    __slots__ = ("assigned", "classes", "end", "functions")

    def __init__(self, statements: Sequence[ast.stmt]) -> None:
        self.end = _end(statements[-1])
        named: tuple[dict[str, None], ...] = ({}, {}, {})
        for statement in statements:
            _note_names(statement, *named)
        # There are many of these, and most hold one name: sets would take as much as the source.
        self.functions, self.classes, self.assigned = map(tuple, named)

    @property
    def kinds(self) -> tuple[tuple[str, ...], ...]:
        """All that it may define, in the three kinds."""
        return self.functions, self.classes, self.assigned

    @property
    def names(self) -> set[str]:
        """All that it may define."""
        return set().union(*self.kinds)


def outline(tree: ast.Module) -> tuple[Stretch, ...]:
    """The stretches of a module, in source order."""
    found: list[list[ast.stmt]] = []
    is_open = False
    for statement in tree.body:
        is_definition = isinstance(statement, _DEFINITIONS)
        shares_line = bool(found) and statement.lineno <= _end(found[-1][-1])
        if not shares_line and (is_definition or not is_open):
            found.append([])
        is_open = not is_definition
        found[-1].append(statement)
    return tuple(map(Stretch, found))


def cut(text: str, stretches: Sequence[Stretch]) -> list[str]:
    """The texts of the stretches, which together are the whole.

    What lies between two belongs to the second one, but for comments that are indented as those
    at the end of a function are.
    """
    lines = [0, *(match.end() for match in _LINE_END.finditer(text))]
    found, begin = [], 0
    for stretch in stretches[:-1]:
        last = number = min(stretch.end, len(lines) - 1)
        while number + 1 < len(lines):
            if _INDENTED_COMMENT.match(text, lines[number]):
                last = number + 1
            elif text[lines[number] : lines[number + 1]].strip():
                break
            number += 1
        found.append(text[begin : lines[last]])
        begin = lines[last]
    return [*found, text[begin:]]


_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def _end(statement: ast.stmt) -> int:
    return statement.end_lineno or statement.lineno


def _note_names(
    statement: ast.stmt,
    functions: dict[str, None],
    classes: dict[str, None],
    assigned: dict[str, None],
) -> None:
    for node in _outside_definitions(statement):
        if isinstance(node, ast.ClassDef):
            classes[node.name] = None
        elif isinstance(node, _DEFINITIONS):
            functions[node.name] = None
        elif isinstance(node, ast.Assign):
            assigned.update((each.id, None) for each in node.targets if isinstance(each, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            assigned[node.target.id] = None


def _outside_definitions(statement: ast.stmt) -> Iterator[ast.stmt]:
    """A statement and all in it that no function and no class is around."""
    pending = [statement]
    while pending:
        node = pending.pop()
        yield node
        if not isinstance(node, _DEFINITIONS):
            for field in ("body", "orelse", "finalbody"):
                pending += getattr(node, field, ())
            for inner in (*getattr(node, "handlers", ()), *getattr(node, "cases", ())):
                pending += inner.body
