"""Parsing with libcst, without what it does for trees that are built by hand."""

from __future__ import annotations

from abc import ABCMeta
from collections.abc import Iterator
from contextlib import contextmanager

import libcst as cst

from layerlint.engine.collector import paused


def parse(text: str) -> cst.Module:
    """The tree of a file. Raises `libcst.ParserSyntaxError`."""
    with paused(), _unvalidated():
        return cst.parse_module(text)


class _Plain(ABCMeta):
    """Abstract classes of which nobody is a virtual subclass.

    `isinstance()` asks an `ABCMeta` in Python, and takes ten times as long as with other classes.
    """

    __instancecheck__ = type.__instancecheck__
    __subclasscheck__ = type.__subclasscheck__


def _make_plain(kind: type) -> None:
    if type(kind) is ABCMeta:
        kind.__class__ = _Plain
    subclasses: list[type] = kind.__subclasses__()
    for inner in subclasses:
        _make_plain(inner)


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


_make_plain(cst.CSTNode)
