"""What the checks of the migration rules share: where code is meant to run, and what excuses it."""

from __future__ import annotations

import os
from itertools import islice
from typing import TYPE_CHECKING

from layerlint.model.names import import_targets
from layerlint.project.importers import importers
from layerlint.syntax import cst
from layerlint.syntax.matching import dotted
from layerlint.syntax.walk import around, mentions, walk_kinds

if TYPE_CHECKING:
    from layerlint.model.module import Module

_IMPORT_ERRORS = frozenset({"ImportError", "ModuleNotFoundError", "AttributeError", "Exception"})
_EXCUSING = frozenset({cst.Try, cst.ExceptHandler, cst.If, cst.IfExp})
_VERSION_WORDS = frozenset({"hasattr", "getattr", "version", "__version__", "VERSION", "Version"})
# What a module is swapped for by version is imported by few: one that many import is not.
_MOST_USERS = 8


def target(module: Module) -> frozenset[int]:
    """The generations that the module is meant to run on."""
    return module.project.hierarchy.generations.of_module(module.index).target


def asks_for_before(module: Module, minor: int) -> bool:
    """Whether the project asks for a Keras that is older than 2.`minor`."""
    generations = module.project.hierarchy.generations
    asked = generations.requirements_around(os.path.dirname(os.path.abspath(module.path)))
    return asked is not None and asked.asks_for_before(minor)


def excused(module: Module, node: cst.CSTNode) -> bool:
    """Whether a `try` or a test of what is installed stands around a node, or decides for all."""
    return _is_tested(module, node) or module.once(_is_chosen)


def _is_chosen(module: Module) -> bool:
    """Whether all that imports a module does so only where a test of what is installed says so.

    `if use_keras_2: from . import legacy_ops as ops`, `else: from keras import ops`.
    """
    project = module.project
    users = list(islice(importers(project.index, module.path), _MOST_USERS + 1))
    if not users or len(users) > _MOST_USERS:
        return False
    try:
        return all(_imports_by_test(project.module(user), module) for user in users)
    except (OSError, ValueError, cst.ParserSyntaxError):
        return False  # a file that cannot be read or parsed is reported as such


def _imports_by_test(user: Module, module: Module) -> bool:
    imports = [
        node
        for node in walk_kinds(user.tree, cst.Import, cst.ImportFrom)
        if isinstance(node, (cst.Import, cst.ImportFrom)) and _names(user, node, module.path)
    ]
    return bool(imports) and all(_is_tested(user, node) for node in imports)


def _names(user: Module, node: cst.Import | cst.ImportFrom, path: str) -> bool:
    index, near = user.project.index, user.path
    if isinstance(node.names, cst.ImportStar):
        names = [user.absolute(len(node.relative), dotted(node.module) if node.module else None)]
    elif isinstance(node, cst.Import):
        names = [dotted(alias.name) or "" for alias in node.names]
    else:
        names = [name for _, name in import_targets(node, user)]
    located = filter(None, (index.locate(name, near) for name in names))
    return any(os.path.abspath(found[0]) == os.path.abspath(path) for found in located)


def _is_tested(module: Module, node: cst.CSTNode) -> bool:
    inner = node
    for ancestor in around(node):
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
    return mentions(handler.type, *_IMPORT_ERRORS)


def _asks_for_version(test: cst.CSTNode) -> bool:
    for node in walk_kinds(test, cst.Name):
        if isinstance(node, cst.Name):
            word = node.value
            if word in _VERSION_WORDS or "keras" in word.lower() or "version" in word.lower():
                return True
    return False
