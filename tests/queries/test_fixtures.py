"""`layerlint.queries.fixtures`: which layers tests define, that do wrong on purpose."""

from __future__ import annotations

import pytest

from layerlint.queries.fixtures import is_fixture

LAYER = "import keras\n\nclass Probe(keras.layers.Layer):\n    pass\n"
TEST = "\n\ndef test_it():\n    Probe()\n"


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("test_layer.py", LAYER + TEST),
        ("layer_test.py", LAYER + TEST),
        ("conftest.py", LAYER),
        ("test_utils.py", LAYER),
        ("meta_arch_test_lib.py", LAYER),
    ],
)
def test_a_layer_of_a_test_module_is_a_fixture(module, name: str, source: str) -> None:
    assert is_fixture(module(source, name).classes[0])


@pytest.mark.parametrize(("name", "source"), [("layer.py", LAYER + TEST), ("test_run.py", LAYER)])
def test_a_layer_elsewhere_is_for_use_also_in_a_script_that_is_only_called_a_test(
    module, name: str, source: str
) -> None:
    assert not is_fixture(module(source, name).classes[0])


def test_a_layer_within_a_test_function_is_a_fixture_in_whatever_file(module) -> None:
    source = "import keras\n\ndef test_it():\n    class Inner(keras.layers.Layer):\n        pass\n"
    assert is_fixture(module(source).classes[0])
