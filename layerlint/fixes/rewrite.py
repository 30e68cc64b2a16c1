"""The edits that fixes are made of: each function takes a module and nodes and returns edits.

Results are lists, to be joined with `+` into the edits of one `Fix`. What is not edited stays byte
for byte, and what is inserted follows the file: its indentation, its line endings, its way of
breaking lists over lines. A snippet of several lines has `\\n` between them, four spaces a level.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.fixes.edit import Edit
from layerlint.fixes.formatting import extent, outer
from layerlint.fixes.lists import (
    add_element,
    add_keyword,
    add_parameter,
    delete_argument,
    delete_element,
    delete_parameter,
)
from layerlint.fixes.names import add_import, rename
from layerlint.fixes.spelling import spell
from layerlint.fixes.statements import (
    add_decorator,
    delete_decorator,
    delete_statement,
    insert_at_end_of_body,
    insert_statement_after,
    insert_statement_before,
    wrap_statement,
)

if TYPE_CHECKING:
    from layerlint.model.module import Module
    from layerlint.syntax import cst

__all__ = [
    "add_decorator",
    "add_element",
    "add_import",
    "add_keyword",
    "add_parameter",
    "delete_argument",
    "delete_decorator",
    "delete_element",
    "delete_parameter",
    "delete_statement",
    "insert_after",
    "insert_at_end_of_body",
    "insert_before",
    "insert_statement_after",
    "insert_statement_before",
    "rename",
    "replace",
    "spell",
    "wrap_statement",
]


def replace(module: Module, node: cst.CSTNode, text: str) -> list[Edit]:
    """Put `text` in the place of `node`; parentheses around it stay."""
    return [Edit(*extent(module, node), text)]


def insert_before(module: Module, node: cst.CSTNode, text: str) -> list[Edit]:
    """Insert `text` directly before `node` and the parentheses around it."""
    start, _ = outer(module, node)
    return [Edit(start, start, text)]


def insert_after(module: Module, node: cst.CSTNode, text: str) -> list[Edit]:
    """Insert `text` directly behind `node` and the parentheses around it."""
    _, end = outer(module, node)
    return [Edit(end, end, text)]
