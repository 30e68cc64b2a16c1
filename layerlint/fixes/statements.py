"""Edits of statements: wrap, insert, delete.

A statement may stand on lines of its own, be one of several behind semicolons, or be in the
one-line body of another (`if x: y = 1`); the last two are given lines of their own first. Comments
stay, and so does everything inside strings.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from layerlint.fixes.edit import Edit
from layerlint.fixes.formatting import block, newline, unit
from layerlint.fixes.lines import indentation, line_end, line_start, next_line, rest_of_line
from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.module import Module

Definition = cst.FunctionDef | cst.ClassDef

_STATEMENTS = (
    cst.SimpleStatementLine,
    cst.SimpleStatementSuite,
    cst.BaseSmallStatement,
    cst.BaseCompoundStatement,
)


class Whole(NamedTuple):
    """A statement on lines of its own: its node and extent, decorators included."""

    node: cst.CSTNode
    start: int
    end: int


class SharedLine(NamedTuple):
    """Statements `first` to `last` of a line that holds others, or the head of a block, too."""

    line: cst.SimpleStatementLine | cst.SimpleStatementSuite
    first: int
    last: int


def wrap_statement(module: Module, statement: cst.CSTNode, header: str) -> list[Edit]:
    """Put `statement` below `header` (`"if training:"`), one level deeper."""
    place = _place(module, statement)
    deeper = unit(module)
    if isinstance(place, SharedLine):
        return _split(module, place, lambda codes, _: [header, *(deeper + code for code in codes)])
    indent = indentation(module.text, place.start)
    code = _indented(module, place, indent)
    return [Edit(place.start, place.end, f"{header}{newline(module)}{indent}{deeper}{code}")]


def insert_statement_before(module: Module, statement: cst.CSTNode, text: str) -> list[Edit]:
    """Insert the lines of `text` before `statement` and the comment that stands above it."""
    place = _place(module, statement)
    if isinstance(place, SharedLine):
        return _split(module, place, lambda codes, indent: [_inner(module, text, indent), *codes])
    indent = indentation(module.text, place.start)
    at = line_start(module.text, _comment_above(module, place))
    return [Edit(at, at, block(module, text, indent) + newline(module), once=True)]


def insert_statement_after(module: Module, statement: cst.CSTNode, text: str) -> list[Edit]:
    """Insert the lines of `text` after `statement` and the comment that ends its line."""
    place = _place(module, statement)
    if isinstance(place, SharedLine):
        return _split(module, place, lambda codes, indent: [*codes, _inner(module, text, indent)])
    at = line_end(module.text, place.end)
    lines = block(module, text, indentation(module.text, place.start))
    return [Edit(at, at, newline(module) + lines, once=True)]


def insert_at_end_of_body(module: Module, definition: Definition, text: str) -> list[Edit]:
    """Insert the lines of `text` as the last ones of a function or a class.

    A method added to a class is set off by a blank line; a body that is only `pass` is replaced.
    """
    last = definition.body.body[-1]
    if len(definition.body.body) == 1 and _is_pass(last):
        return _replace(module, last, text)
    if isinstance(definition, cst.ClassDef) and text.startswith(("def ", "@", "class ", "async ")):
        text = f"\n{text}"
    return insert_statement_after(module, last, text)


def delete_statement(module: Module, statement: cst.CSTNode) -> list[Edit]:
    """Remove a statement, leaving `pass` where the body would be empty; comments stay."""
    place = _place(module, statement)
    if isinstance(place, SharedLine):
        if place.last - place.first + 1 < len(place.line.body):
            return _split(module, place, lambda codes, _: [])
        return [Edit(*module.span(place.line), "pass")]
    if _is_alone(module, place.node):
        return [Edit(place.start, place.end, "pass")]
    if "#" in rest_of_line(module.text, place.end):  # more than a semicolon
        return [Edit(place.start, module.text.index("#", place.end), "")]
    return [_without_lines(module.text, place)]


def delete_decorator(module: Module, decorator: cst.Decorator) -> list[Edit]:
    """Remove a decorator and its line; a comment behind it stays."""
    start, end = module.span(decorator)
    text = module.text
    if rest_of_line(text, end):
        return [Edit(start, text.index("#", end), "")]
    return [Edit(line_start(text, start), next_line(text, end), "")]


def add_decorator(module: Module, definition: Definition, text: str) -> list[Edit]:
    """Add the decorator `text` (with its `@`) above those that are there."""
    start = _whole(module, definition).start
    line = text + newline(module) + indentation(module.text, start)
    return [Edit(start, start, line, once=True)]


def _place(module: Module, node: cst.CSTNode) -> Whole | SharedLine:
    """Where a statement, or the one around an expression, stands; an `elif` where its `if` does."""
    if not isinstance(node, _STATEMENTS):
        node = module.statement(node)
    parent = module.parent(node)
    while isinstance(node, cst.If) and isinstance(parent, cst.If):
        node, parent = parent, module.parent(parent)
    if isinstance(node, cst.SimpleStatementSuite):
        return SharedLine(node, 0, len(node.body) - 1)
    if isinstance(parent, cst.SimpleStatementSuite) or (
        isinstance(parent, cst.SimpleStatementLine) and len(parent.body) > 1
    ):
        index = next(i for i, each in enumerate(parent.body) if each is node)
        return SharedLine(parent, index, index)
    return _whole(module, parent if isinstance(parent, cst.SimpleStatementLine) else node)


def _whole(module: Module, node: cst.CSTNode) -> Whole:
    start, end = module.span(node)
    decorators: Sequence[cst.Decorator] = getattr(node, "decorators", ())
    return Whole(node, module.span(decorators[0]).start if decorators else start, end)


def _split(
    module: Module, place: SharedLine, change: Callable[[list[str], str], list[str]]
) -> list[Edit]:
    """Give each statement of a line its own, and those of `place` what `change` makes of them."""
    text = module.text
    line, first, last = place
    start, end = module.span(line)
    codes = [module.source(part) for part in line.body]
    if isinstance(line, cst.SimpleStatementLine):
        indent = indentation(text, start)
        lead = ""
    else:
        head = module.parent(line)
        assert head is not None
        indent = indentation(text, module.span(head).start) + unit(module)
        lead = newline(module) + indent
        start = len(text[:start].rstrip(" \t\f"))
    lines = [*codes[:first], *change(codes[first : last + 1], indent), *codes[last + 1 :]]
    return [Edit(start, end, lead + f"{newline(module)}{indent}".join(lines))]


def _inner(module: Module, text: str, indent: str) -> str:
    """The lines of `text` without the indentation of the first, which is already there."""
    return block(module, text, indent).removeprefix(indent)


def _indented(module: Module, place: Whole, indent: str) -> str:
    """The code of a statement one level deeper, the lines inside its strings untouched."""
    text = module.text
    strings = [
        module.span(node) for node in walk_kinds(place.node, cst.SimpleString, cst.FormattedString)
    ]
    pieces, done, at = [], place.start, next_line(text, place.start)
    while at < place.end:
        inside = any(first < at < last for first, last in strings)
        if not inside and text[at : line_end(text, at)].strip():
            here = at + len(indent) if text.startswith(indent, at) else at
            pieces += [text[done:here], unit(module)]
            done = here
        at = next_line(text, at)
    return "".join([*pieces, text[done : place.end]])


def _comment_above(module: Module, place: Whole) -> int:
    """Where the comment begins that stands directly above a statement; else the statement."""
    start = place.start
    for line in reversed(getattr(place.node, "leading_lines", ())):
        if line.comment is None:
            break
        start = module.span(line.comment).start
    return start


def _is_pass(node: cst.CSTNode) -> bool:
    if isinstance(node, cst.SimpleStatementLine):
        return len(node.body) == 1 and isinstance(node.body[0], cst.Pass)
    return isinstance(node, cst.Pass)


def _replace(module: Module, statement: cst.CSTNode, text: str) -> list[Edit]:
    place = _place(module, statement)
    if isinstance(place, SharedLine):
        return _split(module, place, lambda _, indent: [_inner(module, text, indent)])
    indent = indentation(module.text, place.start)
    return [Edit(place.start, place.end, _inner(module, text, indent))]


def _is_alone(module: Module, node: cst.CSTNode) -> bool:
    """Whether the body that a statement stands in has no other, and needs one."""
    body = module.parent(node)
    return isinstance(body, cst.IndentedBlock) and len(body.body) == 1


def _without_lines(text: str, place: Whole) -> Edit:
    """The edit that removes whole lines, and the blank ones that set off what was there."""
    start, end = line_start(text, place.start), next_line(text, place.end)
    compound = isinstance(place.node, cst.BaseCompoundStatement)
    if compound and (end == len(text) or not rest_of_line(text, end)):
        while start > 0 and not rest_of_line(text, line_start(text, start - 1)):
            start = line_start(text, start - 1)
    if end == len(text) and not text.endswith(("\n", "\r")):
        start = len(text[:start].removesuffix("\n").removesuffix("\r"))
    return Edit(start, end, "")
