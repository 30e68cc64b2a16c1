"""Layers that tests define: what they do wrong they do on purpose."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module
    from layerlint.project.index import ProjectIndex

_TEST_FILE = re.compile(r"(test_.*|.*_tests?)\.py\Z")
# What tests share, and no tests.
_SHARED = re.compile(r"(conftest|(.*_)?test_(utils?|lib|helpers?|case|base))\.py\Z")
_PACKAGES = frozenset({"tests", "unit_tests", "integration_tests"})
_TEST = re.compile(r"\b(?:def test|class Test|TestCase\b)")


def is_fixture(layer: LayerClass) -> bool:
    """Whether the class stands in a test module, or within a test function."""
    if in_tests(layer.module):
        return True
    return any(part.startswith("test_") for part in layer.qualname.split(".")[:-1])


def in_tests(module: Module) -> bool:
    """Whether a module is one of tests: of a package of them, or by its name if it holds some.

    A script that is only called like tests defines its layers for use.
    """
    return module.once(_in_tests)


def _in_tests(module: Module) -> bool:
    if not _PACKAGES.isdisjoint(module.name.split(".")[:-1]):
        return True
    return _holds_tests(module.path, lambda: _TEST.search(module.text) is not None)


def is_test_file(path: str, index: ProjectIndex) -> bool:
    """The same of a file of the project, as shown, that need not be parsed."""
    return _holds_tests(path, lambda: path in index.mentioning("est", _TEST.pattern))


def _holds_tests(path: str, has_some: Callable[[], bool]) -> bool:
    name = os.path.basename(path)
    if _SHARED.match(name):
        return True
    return _TEST_FILE.match(name) is not None and has_some()
