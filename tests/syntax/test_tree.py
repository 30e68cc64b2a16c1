"""A file that is parsed part by part is the file, and an edit leaves most parts as they were."""

from __future__ import annotations

import ast
from pathlib import Path

import libcst as cst
import pytest

from layerlint.syntax import tree as module_of_trees
from layerlint.syntax.outline import outline
from layerlint.syntax.positions import Positions
from layerlint.syntax.tree import Tree
from layerlint.syntax.walk import around, begins_before, is_behind, walk, walk_kinds

SOURCES = sorted(Path(__file__).parents[2].glob("rules/*/*/*.py"))
ODD = {
    "comments between": "# a\n\nimport os\n\n# b\n\ndef f(): pass\n\n# c\n@d\nclass A: ...\n# e\n",
    "a comment that belongs to the function": "def f():\n    pass\n    # in\n\n\ndef g(): pass\n",
    "a shared line": "a = 1; b = '''x\ny'''; c = 2\ndef f(): pass\n",
    "windows": "import os\r\n\r\ndef f():\r\n\tpass\r\n\r\nx = 1\r\nclass A: pass\r\n",
    "no last line end": "def f(): pass\nclass A:\n  x = 1",
    "conditions": "if a:\n  def f(): pass\nelse:\n  class B: pass\ndef g(): pass\n",
    "joined lines": "x = 1 + \\\n  2\ndef f(): \\\n  pass\nclass A: pass\n",
    "two indentations": "def f():\n  pass\ndef g():\n    pass\n",
    "nothing": "",
    "a comment alone": "# a\n",
}
LAYERS = (
    "import keras\n\n\nclass A:\n    x = 1\n\n\nclass B:\n    y = 2\n\n\ndef f():\n    return A\n"
)


def parsed(text: str, before: Tree | None = None) -> Tree:
    """The tree of a text by its outline."""
    return Tree(text, outline(ast.parse(text)), before)


@pytest.fixture
def texts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What libcst was given to parse, in order."""
    found: list[str] = []
    parse = module_of_trees.parse

    def noted(text: str) -> cst.Module:
        found.append(text)
        return parse(text)

    monkeypatch.setattr(module_of_trees, "parse", noted)
    return found


@pytest.mark.parametrize("path", SOURCES[::7], ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_parts_of_a_file_are_the_file(path: Path) -> None:
    check_whole(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_the_parts_of_an_odd_file_are_the_file(text: str) -> None:
    check_whole(text)


def check_whole(text: str) -> None:
    """Every node of the parts is that of the whole, in its order, at its place."""
    tree, whole = parsed(text), Tree(text)
    nodes, others = list(walk(tree.root)), list(walk(whole.root))
    assert "".join(part.root.code for part in tree.parts) == text
    assert [type(node) for node in nodes] == [type(node) for node in others]
    positions = Positions(whole.root)
    for node, other in zip(nodes[1:], others[1:], strict=True):
        assert tree.span(node) == positions.span(other)
        assert [type(up) for up in around(node)] == [type(up) for up in around(other)]
        if isinstance(node, cst.BaseExpression):
            start, end = tree.span(node)
            assert tree.text_of(node) == text[start:end]


def test_a_part_is_parsed_when_it_is_asked_for(texts: list[str]) -> None:
    tree = parsed(LAYERS)
    assert [part.body[0].name.value for part in tree.defining("B")] == ["B"]
    assert texts == ["\n\nclass B:\n    y = 2\n"]


def test_an_edit_parses_the_part_that_it_changes(texts: list[str]) -> None:
    before = parsed(LAYERS)
    unchanged = before.root.body[2:]
    texts.clear()
    after = parsed(LAYERS.replace("x = 1", "x = 12"), before)
    assert after.root.body[2:] == unchanged
    assert texts == ["\n\nclass A:\n    x = 12\n"]
    assert after.span(unchanged[0]).start == LAYERS.index("class B") + 1


def test_of_two_equal_parts_each_serves_once() -> None:
    text = "def f(): pass\ndef f(): pass\n"
    tree = parsed(text + "x = 1\n", parsed(text))
    first, second, _ = tree.root.body
    assert first is not second
    assert begins_before(first, second)
    assert is_behind(second, first)


def test_a_syntax_error_has_its_line_in_the_file() -> None:
    stretches = outline(ast.parse("def f():\n    pass\ndef g():\n    pass\n"))
    with pytest.raises(cst.ParserSyntaxError) as raised:
        _ = Tree("def f():\n    pass\ndef g(:\n    pass\n", stretches).root
    assert raised.value.raw_line == 4


def test_what_is_in_functions_is_walked_with_the_whole() -> None:
    tree = parsed(LAYERS)
    assert [node.name.value for node in walk_kinds(tree.root, cst.ClassDef)] == ["A", "B"]
    assert list(around(tree.root)) == []
