"""Modules made from source text, as fixes see them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import SimpleNamespace

import libcst as cst
import pytest

from layerlint.fixes.apply import edited
from layerlint.fixes.edit import Edit
from layerlint.model.module import Module
from layerlint.model.project import Project
from layerlint.project.hierarchy import Hierarchy
from layerlint.project.index import ProjectIndex

Rewrite = Callable[[Module, cst.Name], Iterable[Edit]]


def parse(source: str) -> Module:
    """The module of a file that holds `source`."""
    index = ProjectIndex.build(["layer.py"], read=lambda path: source.encode())
    project = Project(index, Hierarchy(index), lambda path: source, lambda _: ())
    return project.module("layer.py")


def target(module: Module) -> cst.Name:
    """The first name of the file that is `TARGET`."""
    return next(
        node for node in module.walk() if isinstance(node, cst.Name) and node.value == "TARGET"
    )


def around(module: Module, node: cst.CSTNode, kind: type[cst.CSTNode]) -> cst.CSTNode:
    """The innermost node of a kind around `node`."""
    return next(found for found in module.ancestors(node) if isinstance(found, kind))


def rewritten(source: str, rewrite: Rewrite) -> str:
    """The source after the edits that `rewrite` makes at the name `TARGET`; it still parses."""
    module = parse(source)
    result = edited(source, rewrite(module, target(module)))
    cst.parse_module(result)
    return result


@pytest.fixture(scope="session")
def sources() -> SimpleNamespace:
    """`parse`, `target`, `around` and `rewritten`, which the tests of this folder share."""
    return SimpleNamespace(parse=parse, target=target, around=around, rewritten=rewritten)
