"""What tests define is left alone, but for what stops them on another Keras."""

from __future__ import annotations

import pytest

SCALE = """\
import keras


class Scale(keras.layers.Layer):
    def call(self, x, training):
        return x if training else 2 * x
"""
OLD = "from keras.layers.advanced_activations import LeakyReLU\n"
TEST = "\n\ndef test_scale():\n    assert Scale()(1.0, training=True) == 1.0\n"


@pytest.fixture
def codes(diagnose):
    """The codes that are reported of one file, by its path without `.py` and `__` for a slash."""

    def check(path: str, text: str) -> set[str]:
        package = path.rpartition("__")[0]
        files = {f"{package}____init__": ""} if package else {}
        return {found.code for found in diagnose("", **files, **{path: text})}

    return check


def test_a_layer_of_a_module_is_reported(codes):
    assert codes("net", SCALE) == {"LL107"}


@pytest.mark.parametrize("path", ["test_net", "net_test", "tests__net"])
def test_a_layer_of_a_test_is_not(codes, path):
    assert codes(path, SCALE + TEST) == set()


def test_a_layer_within_a_test_is_not_in_whatever_file(codes):
    inside = SCALE.replace("\n", "\n    ")
    assert codes("net", f"def test_scale():\n    {inside}\n") == set()


def test_what_a_test_cannot_import_on_keras_3_is_reported(codes):
    assert codes("test_net", OLD + TEST) == {"LL701"}
