"""Parsing with libcst, without what it does for trees that are built by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import libcst as cst

_AT_START = re.compile(r"\A\x0c+")
_BEHIND_LINE_END = re.compile(r"(?<!\\)(\r\n|\r|\n)(\x0c+)")


def parse(text: str) -> cst.Module:
    """The tree of a file. Raises `libcst.ParserSyntaxError`."""
    if "\x0c" in text:
        text = _before_line_ends(text)
    with unvalidated():
        return cst.parse_module(text)


def _before_line_ends(text: str) -> str:
    """The same with the form feeds that lines begin with at the end of the line before.

    libcst passes over them where they are, and then all that follows has another place.
    """
    text = _AT_START.sub(lambda match: "\n" * len(match[0]), text)
    return _BEHIND_LINE_END.sub(r"\2\1", text)


@contextmanager
def unvalidated() -> Iterator[None]:
    """Without the validation of each node: what was parsed is valid."""
    validate = cst.CSTNode.__post_init__
    setattr(cst.CSTNode, "__post_init__", _nothing)  # noqa: B010
    try:
        yield
    finally:
        setattr(cst.CSTNode, "__post_init__", validate)  # noqa: B010


def _nothing(node: cst.CSTNode) -> None:
    pass
