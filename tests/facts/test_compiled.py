"""The words by which a call of `compile` is seen to be of Keras are its parameters."""

from __future__ import annotations

import pytest

from layerlint.facts.compiled import COMPILED

PROBE = """
import inspect
import json
from tensorflow import keras

print(json.dumps(sorted(inspect.signature(keras.Model.compile).parameters)))
"""


@pytest.mark.parametrize("generation", [2, 3])
def test_compile_has_each_of_the_parameters(ask, generation: int) -> None:
    assert set(ask(generation, PROBE)) >= COMPILED
