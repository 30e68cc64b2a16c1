"""Layers that tests define: what they do wrong they do on purpose."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass

_TEST_FILE = re.compile(r"(test_.*|.*_tests?|conftest)\.py\Z")


def is_fixture(layer: LayerClass) -> bool:
    """Whether the class stands in a test module, or within a test function."""
    if in_tests(layer.module.path):
        return True
    return any(part.startswith("test_") for part in layer.qualname.split(".")[:-1])


def in_tests(path: str) -> bool:
    """Whether a file is one of tests, by its name."""
    return _TEST_FILE.match(os.path.basename(path)) is not None
