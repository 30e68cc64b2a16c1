"""The layers of the table keep these numbers as plain ones, which a graph holds as constants."""

from __future__ import annotations

import pytest

from layerlint.facts.numbers import NUMBERS, computes_with
from tests.facts.conftest import Ask

PROBE = """
import json
from tensorflow import keras

layers = keras.layers
given = {"rate": 0.5, "stddev": 0.5, "dropout": 0.5, "recurrent_dropout": 0.5}
found = {}
for attribute, names in TABLE.items():
    for name in names:
        first = {"GRUCell": [2], "LSTMCell": [2], "SimpleRNNCell": [2], "Rescaling": [2.0]}
        first = first.get(name, [])
        options = {attribute: given[attribute]} if attribute in given else {}
        layer = getattr(layers, name)(*first, **options)
        number = isinstance(getattr(layer, attribute), (int, float))
        setattr(layer, attribute, 0.25)
        found[f"{name}.{attribute}"] = number and getattr(layer, attribute) == 0.25
print(json.dumps(found))
"""


@pytest.mark.parametrize("generation", [2, 3])
def test_the_numbers_are_plain_and_may_be_set(ask: Ask, generation: int) -> None:
    table = {attribute: sorted(names) for attribute, names in NUMBERS.items()}
    found = ask(generation, f"TABLE = {table!r}\n{PROBE}")
    assert all(found.values()), [name for name, kept in found.items() if not kept]


def test_a_layer_is_told_by_its_keras_name() -> None:
    assert computes_with("layers.Dropout", "rate")
    assert not computes_with("layers.Dense", "rate")
    assert not computes_with("optimizers.SGD", "momentum")
