"""Parsing with libcst, without what it does for trees that are built by hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import libcst as cst


def parse(text: str) -> cst.Module:
    """The tree of a file. Raises `libcst.ParserSyntaxError`."""
    with _unvalidated():
        return cst.parse_module(text)


@contextmanager
def _unvalidated() -> Iterator[None]:
    """Without the validation of each node: what was parsed is valid."""
    validate = cst.CSTNode.__post_init__
    setattr(cst.CSTNode, "__post_init__", _nothing)  # noqa: B010
    try:
        yield
    finally:
        setattr(cst.CSTNode, "__post_init__", validate)  # noqa: B010


def _nothing(node: cst.CSTNode) -> None:
    pass
