"""What the checks of the migration rules share: where code is meant to run, and what excuses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.syntax import cst
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.module import Module

_IMPORT_ERRORS = frozenset({"ImportError", "ModuleNotFoundError", "AttributeError", "Exception"})
_EXCUSING = frozenset({cst.Try, cst.ExceptHandler, cst.If, cst.IfExp})
_VERSION_WORDS = frozenset({"hasattr", "getattr", "version", "__version__", "VERSION", "Version"})


def target(module: Module) -> frozenset[int]:
    """The generations that the module is meant to run on."""
    return module.project.hierarchy.generations.of_module(module.index).target


def excused(module: Module, node: cst.CSTNode) -> bool:
    """Whether a `try` or a test of what is installed stands around a node."""
    inner = node
    for ancestor in module.ancestors(node):
        if type(ancestor) not in _EXCUSING:
            inner = ancestor
            continue
        if isinstance(ancestor, cst.Try) and any(map(_catches_import, ancestor.handlers)):
            return True
        if isinstance(ancestor, cst.ExceptHandler) and _catches_import(ancestor):
            return True
        test = ancestor.test if isinstance(ancestor, (cst.If, cst.IfExp)) else None
        if test is not None and inner is not test and _asks_for_version(test):
            return True
        inner = ancestor
    return False


def _catches_import(handler: cst.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    return any(node.value in _IMPORT_ERRORS for node in walk_kinds(handler.type, cst.Name))


def _asks_for_version(test: cst.CSTNode) -> bool:
    for node in walk_kinds(test, cst.Name):
        if isinstance(node, cst.Name):
            word = node.value
            if word in _VERSION_WORDS or "keras" in word.lower() or "version" in word.lower():
                return True
    return False
