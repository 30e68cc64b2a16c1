"""The words by which a file is seen to speak of Keras are words of Keras."""

from __future__ import annotations

import pytest

from layerlint.facts.vocabulary import COMPILED, VOCABULARY

PROBE = """
import inspect
import json
from tensorflow import keras

answer = {
    "names": sorted(
        {
            *dir(keras.Model),
            *dir(keras.metrics.Metric),
            *dir(keras.models),
            *inspect.signature(keras.losses.Loss.call).parameters,
        }
    ),
    "compile": sorted(inspect.signature(keras.Model.compile).parameters),
}
print(json.dumps(answer))
"""


@pytest.mark.parametrize("generation", [2, 3])
def test_keras_has_each_of_the_words(ask, generation: int) -> None:
    found = ask(generation, PROBE)
    assert set(found["names"]) >= VOCABULARY
    assert set(found["compile"]) >= COMPILED
