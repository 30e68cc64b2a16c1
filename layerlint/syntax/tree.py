"""What a text parses to: its nodes, in order and with their places."""

from __future__ import annotations

from functools import cached_property

import libcst as cst

from layerlint.syntax.order import keep_order
from layerlint.syntax.parse import parse
from layerlint.syntax.positions import Positions


class Tree:
    """A parsed text. It knows of nothing else, so that it serves as long as the text is the same.

    Raises `libcst.ParserSyntaxError`.
    """

    def __init__(self, text: str) -> None:
        self.root = parse(text)
        self._order = keep_order(self.root, self)

    @cached_property
    def positions(self) -> Positions:
        """Where the nodes stand."""
        return Positions(self.root)

    @cached_property
    def parents(self) -> dict[int, cst.CSTNode]:
        """The node around each, by the identity of the inner one."""
        return self._order.parents()
