"""Writes the page that lists what a check may ask: of a layer, of code, of Keras."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from layerlint.dev.book import ROOT

PAGE = Path("docs", "what-a-check-may-ask.md")
HEAD = """\
# What a check may ask

Before you walk a tree, look here: the question has probably been asked. This page is made from the
code by `python -m layerlint.dev sync`.
"""
# The classes that a check is given or reaches from there, by the module that defines them.
MODEL = (
    ("model/layer.py", "LayerClass"),
    ("model/methods.py", "Method"),
    ("model/module.py", "Module"),
    ("interpret/effects.py", "Effect"),
)
ROOMS = (
    ("queries", "Queries", "Questions that rules of several families ask."),
    ("fixes/recipes", "Recipes", "Repairs that several rules offer."),
    ("facts", "Facts", "What is known of Python, NumPy, TensorFlow and Keras."),
)


def page() -> str:
    """The text of the page."""
    parts = [HEAD]
    for module, name in MODEL:
        parts.append(f"## `{name}`\n\n" + _table(_members(_class(module, name))))
    for room, title, about in ROOMS:
        parts.append(f"## {title}\n\n{about}\n")
        for path in sorted((ROOT / "layerlint" / room).glob("*.py")):
            if path.stem != "__init__":
                parts.append(_module(room, path))
    return "\n".join(parts)


def _module(room: str, path: Path) -> str:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    dotted = f"{room.replace('/', '.')}.{path.stem}"
    return f"### `{dotted}`\n\n{_first(tree)}\n\n" + _table(_definitions(tree))


def _class(path: str, name: str) -> ast.ClassDef:
    tree = ast.parse((ROOT / "layerlint" / path).read_text(encoding="utf-8"))
    return next(node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == name)


def _members(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """Public attributes, properties and methods of a class."""
    for item in node.body:
        if isinstance(item, ast.FunctionDef) and not item.name.startswith("_"):
            decorators = {ast.unparse(decorator) for decorator in item.decorator_list}
            is_value = any("property" in decorator for decorator in decorators)
            yield item.name if is_value else f"{item.name}({_arguments(item)})", _first(item)
        elif isinstance(item, ast.AnnAssign) and not ast.unparse(item.target).startswith("_"):
            yield ast.unparse(item.target), f"`{ast.unparse(item.annotation)}`"


def _definitions(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Public functions and classes of a module."""
    for item in tree.body:
        if isinstance(item, ast.FunctionDef) and not item.name.startswith("_"):
            yield f"{item.name}({_arguments(item)})", _first(item)
        elif isinstance(item, ast.ClassDef) and not item.name.startswith("_"):
            yield item.name, _first(item)


def _arguments(function: ast.FunctionDef) -> str:
    given = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    return ", ".join(argument.arg for argument in given if argument.arg != "self")


def _first(node: ast.Module | ast.ClassDef | ast.FunctionDef) -> str:
    """The first paragraph of a docstring, on one line."""
    return " ".join((ast.get_docstring(node) or "").partition("\n\n")[0].split())


def _table(rows: Iterator[tuple[str, str]]) -> str:
    lines = [f"| `{name}` | {about.replace('|', chr(92) + '|')} |" for name, about in rows]
    return "\n".join(["| ask | answer |", "|---|---|", *lines]) + "\n" if lines else ""
