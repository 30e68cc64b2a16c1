"""LL406 and LL512: what is said to happen to a model that is saved or loaded."""

from __future__ import annotations

from typing import Any

import pytest

OUTER = """\
import keras


class Inner(keras.layers.Layer):
    def {method}(self, *given):
        super().{method}(*given)
        self.dense = keras.layers.Dense(4)

    def call(self, x):
        return self.dense(x)


class Outer(keras.layers.Layer):
    def build(self, shape):
        self.inner = Inner()
        super().build(shape)

    def call(self, x):
        return self.inner(x)

    def compute_output_shape(self, shape):
        return (*shape[:-1], 4)
"""


@pytest.mark.parametrize(
    ("method", "words"),
    [("build", "a model is loaded that silently has new weights"), ("__init__", "`ValueError`")],
)
def test_what_has_no_part_before_it_is_built_is_not_missed(
    diagnose: Any, method: str, words: str
) -> None:
    (found,) = diagnose(OUTER.format(method=method), "LL406")
    assert words in found.message


EXTRA = """\
import keras


class Scaled(keras.layers.Conv2D):
    def build(self, shape):
        self.scale = self.add_weight(name="scale", shape=())
        {end}

    def call(self, x):
        return self.scale * x
"""


@pytest.mark.parametrize(
    ("end", "error"),
    [
        ("super().build(shape)", "ValueError"),
        ("keras.layers.Conv2D.build(self, shape)", "ValueError"),
        ("self.built = True", "AttributeError"),
    ],
)
def test_what_the_base_would_save_may_not_be_there(diagnose: Any, end: str, error: str) -> None:
    (found,) = diagnose(EXTRA.format(end=end), "LL512")
    assert f"raises `{error}`" in found.message
