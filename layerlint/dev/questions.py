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
    ("model/file_content.py", "FileContent"),
    ("model/attributes.py", "Attribute"),
    ("model/attributes.py", "Binding"),
    ("model/weights.py", "Weight"),
    ("model/sublayers.py", "Sublayer"),
    ("interpret/effects.py", "Forward"),
    ("interpret/effects.py", "Effect"),
    ("interpret/effects.py", "StateUpdate"),
    ("interpret/effects.py", "AttributeWrite"),
    ("interpret/effects.py", "SublayerCall"),
    ("interpret/effects.py", "SuperCall"),
    ("interpret/effects.py", "RandomDraw"),
    ("interpret/effects.py", "FunctionCall"),
    ("findings.py", "Finding"),
)
# Modules whose functions answer about single nodes, and those that `fixes.rewrite` gathers.
NODES = ("syntax/matching.py", "model/assignments.py", "syntax/walk.py")
EDITS = ("fixes/rewrite.py", "fixes/lists.py", "fixes/names.py", "fixes/statements.py")
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
    parts.append("## Nodes\n\nWhat single nodes are, and what is below them.\n")
    parts.extend(_module(ROOT / "layerlint" / path) for path in NODES)
    parts.append("## Edits\n\nWhat fixes are made of: all of it is in `fixes.rewrite`.\n")
    offered = _offered(ROOT / "layerlint" / EDITS[0])
    for edits in EDITS:
        parts.append(_module(ROOT / "layerlint" / edits, offered))
    for room, title, about in ROOMS:
        parts.append(f"## {title}\n\n{about}\n")
        for path in sorted((ROOT / "layerlint" / room).glob("*.py")):
            if path.stem != "__init__":
                parts.append(_module(path))
    return "\n".join(parts)


def _module(path: Path, offered: frozenset[str] = frozenset()) -> str:
    """The section of a module: its public definitions, or those `offered` if any are."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    dotted = ".".join(path.relative_to(ROOT / "layerlint").with_suffix("").parts)
    rows = [row for row in _definitions(tree) if not offered or row[0].partition("(")[0] in offered]
    return f"### `{dotted}`\n\n{_first(tree)}\n\n" + _table(iter(rows))


def _offered(path: Path) -> frozenset[str]:
    """The names in `__all__` of a module."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return frozenset(ast.literal_eval(node.value))
    return frozenset()


def _class(path: str, name: str) -> ast.ClassDef:
    tree = ast.parse((ROOT / "layerlint" / path).read_text(encoding="utf-8"))
    return next(node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == name)


def _members(node: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """Public attributes, properties and methods of a class."""
    for item in node.body:
        if isinstance(item, ast.FunctionDef) and _is_public(item):
            is_value = any("property" in ast.unparse(each) for each in item.decorator_list)
            yield item.name if is_value else f"{item.name}({_arguments(item)})", _first(item)
        elif isinstance(item, ast.AnnAssign) and not ast.unparse(item.target).startswith("_"):
            yield ast.unparse(item.target), f"`{ast.unparse(item.annotation)}`"


def _definitions(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Public functions and classes of a module."""
    for item in tree.body:
        if isinstance(item, ast.FunctionDef) and _is_public(item):
            yield f"{item.name}({_arguments(item)})", _first(item)
        elif isinstance(item, ast.ClassDef) and not item.name.startswith("_"):
            yield item.name, _first(item)


def _is_public(function: ast.FunctionDef) -> bool:
    """Whether users call it by this definition, which no overload is."""
    overload = any(ast.unparse(decorator) == "overload" for decorator in function.decorator_list)
    return not function.name.startswith("_") and not overload


def _arguments(function: ast.FunctionDef) -> str:
    given = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    return ", ".join(argument.arg for argument in given if argument.arg != "self")


def _first(node: ast.Module | ast.ClassDef | ast.FunctionDef) -> str:
    """The first paragraph of a docstring, on one line."""
    return " ".join((ast.get_docstring(node) or "").partition("\n\n")[0].split())


def _table(rows: Iterator[tuple[str, str]]) -> str:
    lines = [f"| `{name}` | {about.replace('|', chr(92) + '|')} |" for name, about in rows]
    return "\n".join(["| ask | answer |", "|---|---|", *lines]) + "\n" if lines else ""
