"""The names of variables against the sources of the installed Keras 3."""

from __future__ import annotations

import ast
import importlib.util
from pathlib import Path

from layerlint.facts.variable_names import SELDOM, VARIABLE_NAMES


def test_the_names_are_those_that_the_layers_of_keras_3_give() -> None:
    spec = importlib.util.find_spec("keras")
    assert spec is not None
    assert spec.origin is not None
    found = set()
    for path in Path(spec.origin).parent.glob("src/layers/**/*.py"):
        if path.name.endswith("_test.py"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                for each in node.keywords if node.func.attr in ("add_weight", "Variable") else ():
                    if each.arg == "name" and isinstance(each.value, ast.Constant):
                        found.add(each.value.value)
    assert {name for name in found if not any(part in name for part in SELDOM)} == VARIABLE_NAMES
