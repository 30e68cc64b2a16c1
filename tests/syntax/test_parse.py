"""Parsing without validation gives the same tree, and leaves libcst as it was."""

import libcst as cst
import pytest

from layerlint.syntax.parse import parse

SOURCE = "class A(B, metaclass=C):\n    def f(self, *a, **k) -> int:\n        return -a[0]  # why\n"


def test_the_tree_is_the_one_of_libcst():
    assert parse(SOURCE).deep_equals(cst.parse_module(SOURCE))
    assert parse(SOURCE).code == SOURCE


def test_nodes_made_by_hand_are_validated_as_ever():
    parse(SOURCE)
    with pytest.raises(cst.ParserSyntaxError):
        parse("def f(:\n")
    with pytest.raises(cst.CSTValidationError):
        cst.Name("")


@pytest.mark.parametrize(
    "text",
    [
        "x = 1\n\x0cclass A: pass\n",
        "\x0cclass A: pass\n",
        "if a:\r\n\x0c\x0c  b\r\n",
        "\n\x0c\nx\n",
    ],
)
def test_what_follows_a_form_feed_is_at_its_place(text):
    code = parse(text).code
    assert len(code) == len(text)
    assert [code.find(word) for word in ("class", "b", "x")] == [
        text.find(word) for word in ("class", "b", "x")
    ]
