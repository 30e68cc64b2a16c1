"""Where nodes stand in the text of their module, and what that text is."""

from __future__ import annotations

from pathlib import Path

import libcst as cst
import pytest

from layerlint.syntax.order import keep_order
from layerlint.syntax.positions import Positions, text_of
from layerlint.syntax.walk import around

SOURCES = sorted(Path(__file__).parents[2].glob("rules/*/*/*.py"))


class Owner:
    """Lives as long as a tree is ordered."""


@pytest.mark.parametrize("path", SOURCES[::7], ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_text_of_an_expression_is_that_at_its_span(path: Path) -> None:
    check_expressions(path.read_text(encoding="utf-8"))


def test_the_text_of_an_expression_over_several_lines_keeps_their_indentation() -> None:
    check_expressions(
        "class A:\n"
        "    def f(self, x):\n"
        "        return (  # why\n"
        "            (self.a)(\n"
        "                x,\n"
        "\n"
        "                y=[\n"
        "            1,\n"
        "                ],\n"
        "            )\n"
        "        ) + f'{x!r:>{4}}' 'b'\n"
    )


def check_expressions(source: str) -> None:
    tree, owner = cst.parse_module(source), Owner()
    order = keep_order(tree, owner)
    positions = Positions(tree)
    for node in order.nodes:
        if isinstance(node, cst.BaseExpression):
            start, end = positions.span(node)
            assert text_of(node, [*around(node)], tree) == source[start:end]
