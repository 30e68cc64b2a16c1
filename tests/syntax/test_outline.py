"""Where the stretches of a module end, and which names they give it."""

from __future__ import annotations

import ast

from layerlint.syntax.outline import cut, outline


def names(text: str) -> list[tuple[set[str], set[str], set[str]]]:
    """The functions, classes and assigned names of each stretch."""
    found = outline(ast.parse(text))
    return [(set(each.functions), set(each.classes), set(each.assigned)) for each in found]


def test_functions_and_classes_are_stretches_of_their_own() -> None:
    assert names("def f(): pass\nclass A: pass\nasync def g(): pass\n") == [
        ({"f"}, set(), set()),
        (set(), {"A"}, set()),
        ({"g"}, set(), set()),
    ]


def test_what_lies_between_is_one_stretch() -> None:
    assert names("import os\nx = y = 1\nz: int = 2\nfor i in x: w = 1\n") == [
        (set(), set(), {"x", "y", "z", "w"})
    ]


def test_definitions_behind_conditions_are_noted() -> None:
    text = (
        "try:\n  def f(): x = 1\nexcept E:\n  class A: pass\nelse:\n  match y:\n    case 1: z = 1\n"
    )
    assert names(text) == [({"f"}, {"A"}, {"z"})]


def test_statements_that_share_a_line_are_not_cut_apart() -> None:
    text = "class A: pass\nx = 1; y = (\n2); z = 3\ndef f(): pass\n"
    assert cut(text, outline(ast.parse(text))) == [
        "class A: pass\n",
        "x = 1; y = (\n2); z = 3\n",
        "def f(): pass\n",
    ]


def test_comments_belong_to_what_they_stand_above() -> None:
    text = "# 1\ndef f():\n    pass\n\n    # 2\n\n# 3\n@a\ndef g(): pass\n# 4\n"
    assert cut(text, outline(ast.parse(text))) == [
        "# 1\ndef f():\n    pass\n\n    # 2\n",
        "\n# 3\n@a\ndef g(): pass\n# 4\n",
    ]
