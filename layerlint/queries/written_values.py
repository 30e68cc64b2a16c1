"""The Python values of expressions that are written out: literals, names of such, texts of both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from layerlint.queries.held_values import held_values
from layerlint.syntax import cst
from layerlint.syntax.matching import NOT_LITERAL, literal

if TYPE_CHECKING:
    from layerlint.model.module import Module

_LONGEST_WAY = 4


def written_value(node: cst.BaseExpression, module: Module) -> Any:
    """The Python value that an expression is, also by way of a name that holds nothing else.

    Strings may be put together of such: `"val_" + METRIC`, `f"val_{METRIC}"`.
    """
    return _written_value(node, module, _LONGEST_WAY)


def _written_value(node: cst.BaseExpression, module: Module, depth: int) -> Any:
    value = literal(node)
    parts = _parts_of_text(node) if value is NOT_LITERAL and depth else ()
    if parts:
        texts = [_written_value(each, module, depth - 1) for each in parts]
        whole = all(isinstance(each, str) for each in texts)
        return "".join(texts) if whole else NOT_LITERAL
    held = held_values(node, module) if value is NOT_LITERAL and depth else []
    return _written_value(held[0], module, depth - 1) if len(held) == 1 else value


def _parts_of_text(node: cst.BaseExpression) -> tuple[cst.BaseExpression, ...]:
    """What a text is put together of, by `+` or in an f-string without formats."""
    match node:
        case cst.BinaryOperation(left=left, operator=cst.Add(), right=right):
            return left, right
        case cst.FormattedString(parts=parts):
            texts = [_part_of_text(each) for each in parts]
            return tuple(each for each in texts if each is not None) if all(texts) else ()
    return ()


def _part_of_text(part: cst.BaseFormattedStringContent) -> cst.BaseExpression | None:
    match part:
        case cst.FormattedStringText(value=text):
            return cst.SimpleString(repr(text))
        case cst.FormattedStringExpression(expression=value, conversion=None, format_spec=None):
            return value
    return None
