"""What shuffles data, and what tells of them, held against the installed libraries."""

from __future__ import annotations

import pytest

from layerlint.facts.data import (
    KEEP_ORDER,
    LOADERS_OF_NUMBERS,
    ROWS_OF_FLOWS,
    SHUFFLED_DATASETS,
    SHUFFLED_FLOWS,
)
from tests.facts.conftest import Ask

PROBE = """
import inspect, json
import tensorflow as tf
from tensorflow import keras

generator = keras.preprocessing.image.ImageDataGenerator
makers = [getattr(keras.utils, name) for name in DATASETS]
makers += [getattr(generator, name) for name in FLOWS]
told = [inspect.signature(maker).parameters["shuffle"].default for maker in makers]
data = tf.data.Dataset.range(8)
shuffled = data.shuffle(8)
passes = {tuple(int(x) for x in shuffled) for _ in range(9)}
kept = shuffled.cache()
cached = {tuple(int(x) for x in kept) for _ in range(9)}
steady = data.shuffle(8, reshuffle_each_iteration=False)
once = {tuple(int(x) for x in steady) for _ in range(9)}
print(json.dumps({
    "shuffle": told,
    "orders": [len(passes) > 1, len(cached), len(once)],
    "methods": [name for name in ORDER if not hasattr(data, name)],
}))
"""


@pytest.mark.parametrize("generation", [2, 3])
def test_data_are_shuffled_anew_at_every_pass_unless_told_not_to(ask: Ask, generation: int) -> None:
    given = f"DATASETS = {sorted(SHUFFLED_DATASETS)!r}\nFLOWS = {sorted(SHUFFLED_FLOWS)!r}\n"
    found = ask(generation, f"{given}ORDER = {sorted(KEEP_ORDER)!r}\n{PROBE}")
    assert found["shuffle"] == [True] * len(SHUFFLED_DATASETS | SHUFFLED_FLOWS)
    assert found["orders"] == [True, 1, 1]
    assert set(found["methods"]) <= {"unbatch", "rebatch", "ignore_errors"}


def test_what_flows_tell_of_samples_are_no_methods_of_datasets() -> None:
    assert not ROWS_OF_FLOWS & KEEP_ORDER


@pytest.mark.parametrize("generation", [2, 3])
def test_some_data_sets_have_one_number_for_each_sample(ask: Ask, generation: int) -> None:
    script = f"""
import json
from tensorflow import keras

made = [getattr(keras.datasets, name, None) for name in {sorted(LOADERS_OF_NUMBERS)!r}]
told = [each.load_data.__doc__ for each in made if each is not None]
print(json.dumps(["(num_samples,)" in each for each in told]))
"""
    found = ask(generation, script)
    assert found
    assert all(found)
