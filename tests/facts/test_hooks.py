"""The hooks of Keras, held against the installed libraries."""

from __future__ import annotations

import pytest

from layerlint.facts.hooks import (
    CALLBACK_HOOKS,
    DATASET_HOOKS,
    DATASETS,
    HOOK_WORDS,
    LAYER_METHODS,
    OBJECT_METHODS,
)

SIGNATURES = """
import inspect, json
from tensorflow import keras

def arguments(method):
    return len(inspect.signature(method).parameters) - 1

def methods(owner, names):
    return {name: arguments(getattr(owner, name)) for name in names if hasattr(owner, name)}

dataset = getattr(keras.utils, "PyDataset", keras.utils.Sequence)
hooks = [name for name in dir(keras.callbacks.Callback) if name.startswith("on_")]
print(json.dumps({
    "callback": methods(keras.callbacks.Callback, hooks),
    "dataset": methods(dataset, [name for name in dir(dataset) if name.startswith("on_")]),
    "layer": methods(keras.layers.Layer, ["compute_mask", "get_config"]),
    "loss": methods(keras.losses.Loss, ["call", "get_config"]),
    "metric": methods(keras.metrics.Metric, ["get_config", "result"]),
    "datasets": [f"utils.{name}" for name in ("PyDataset", "Sequence")
                 if hasattr(keras.utils, name)],
}))
"""


@pytest.mark.parametrize("generation", [2, 3])
def test_keras_has_these_hooks_with_so_many_arguments(ask, generation):
    found = ask(generation, SIGNATURES)
    assert found["callback"] == CALLBACK_HOOKS
    assert found["layer"] == LAYER_METHODS
    assert {"loss": found["loss"], "metric": found["metric"]} == OBJECT_METHODS
    assert set(found["datasets"]) <= DATASETS
    assert found["dataset"].items() <= DATASET_HOOKS.items()


def test_the_hooks_of_a_data_set_are_all_there_in_keras_3(ask):
    assert ask(3, SIGNATURES)["dataset"] == DATASET_HOOKS


def test_the_hooks_of_callbacks_are_made_of_these_words():
    assert all(HOOK_WORDS.issuperset(name.split("_")[1:]) for name in CALLBACK_HOOKS)
