"""What the top level of a file gives its names, and how much of it is parsed for that."""

from __future__ import annotations

import ast

import libcst as cst
import pytest

from layerlint.model.top_level import Definitions, classes_within, values_given
from layerlint.syntax.outline import outline
from layerlint.syntax.tree import Tree


def parsed(text: str) -> Tree:
    """The tree of a text by its outline."""
    return Tree(text, outline(ast.parse(text)))


def test_of_two_functions_of_a_name_the_last_counts() -> None:
    tree = parsed("if a:\n  def f(): return 1\nelse:\n  def f(): return 2\n")
    assert "2" in cst.Module([]).code_for_node(Definitions(tree, ["f"], cst.FunctionDef)["f"])


def test_a_name_that_no_function_has_is_not_looked_for() -> None:
    functions = Definitions(parsed("def f(): pass\nclass A: pass\n"), ["f"], cst.FunctionDef)
    assert list(functions) == ["f"]
    assert functions.get("A") is None
    with pytest.raises(KeyError):
        functions["A"]


def test_the_values_of_a_name_are_those_of_plain_assignments() -> None:
    tree = parsed("x = y = 1\nif a:\n  x: int = 2\nx += 3\ndef f():\n  x = 4\n")
    assert [value.value for value in values_given(tree, "x")] == ["1", "2"]


def test_classes_have_the_names_of_what_is_around_them() -> None:
    text = "def f():\n  class A:\n    class B: pass\n  class A: pass\nclass C: pass\n"
    found = classes_within(parsed(text), "f")
    assert {name: len(nodes) for name, nodes in found.items()} == {
        "f.<locals>.A": 2,
        "f.<locals>.A.B": 1,
    }
