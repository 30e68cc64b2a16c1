"""The hooks of Keras, held against the installed libraries."""

from __future__ import annotations

import pytest

from layerlint.facts.hooks import (
    CALLBACK_HOOKS,
    CALLBACK_PROPERTIES,
    DATASET_HOOKS,
    DATASETS,
    HOOK_WORDS,
    LAYER_METHODS,
    OBJECT_METHODS,
    RUN_BY_NAME,
    TRACES_AGAIN,
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
    "model": [name for name in dir(keras.Sequential()) if not name.startswith("_")],
    "members": {
        "layer": dir(keras.layers.Layer),
        "model": dir(keras.Model),
        "loss": dir(keras.losses.Loss),
        "metric": dir(keras.metrics.Metric),
    },
}))
"""

TRACED_AGAIN = """
import json
import numpy as np
import tensorflow as tf
from tensorflow import keras

class Counting(keras.layers.Layer):
    traced = 0
    def call(self, inputs):
        Counting.traced += 1
        return inputs

def again(change):
    model = keras.Sequential([keras.layers.Dense(1), Counting()])
    model.compile(loss="mse")
    data = np.ones((2, 1)), np.ones((2, 1))
    model.fit(*data, verbose=0)
    change(model)
    before = Counting.traced
    model.fit(*data, verbose=0)
    return Counting.traced > before

changes = {
    "nothing": lambda model: None,
    "compile": lambda model: model.compile(loss="mse"),
    "train_function": lambda model: setattr(model, "train_function", None),
}
print(json.dumps([name for name, change in changes.items() if again(change)]))
"""


@pytest.mark.parametrize("generation", [2, 3])
def test_keras_has_these_hooks_with_so_many_arguments(ask, generation):
    found = ask(generation, SIGNATURES)
    assert found["callback"] == CALLBACK_HOOKS
    assert found["layer"] == LAYER_METHODS
    assert {"loss": found["loss"], "metric": found["metric"]} == OBJECT_METHODS
    assert set(found["datasets"]) <= DATASETS
    assert found["dataset"].items() <= DATASET_HOOKS.items()


@pytest.mark.parametrize("generation", [2, 3])
def test_what_keras_runs_by_its_name_is_there_to_be_overridden(ask, generation):
    members = ask(generation, SIGNATURES)["members"]
    assert members.keys() == RUN_BY_NAME.keys()
    assert all(names <= set(members[kind]) for kind, names in RUN_BY_NAME.items())


@pytest.mark.parametrize("generation", [2, 3])
def test_what_traces_again_is_of_models_or_of_tensorflow(ask, generation):
    assert TRACES_AGAIN - set(ask(generation, SIGNATURES)["model"]) == {"run_functions_eagerly"}
    assert ask(generation, TRACED_AGAIN) == ["compile", "train_function"]


def test_the_hooks_of_a_data_set_are_all_there_in_keras_3(ask):
    assert ask(3, SIGNATURES)["dataset"] == DATASET_HOOKS


def test_the_hooks_of_callbacks_are_made_of_these_words():
    assert all(HOOK_WORDS.issuperset(name.split("_")[1:]) for name in CALLBACK_HOOKS)


def test_keras_3_refuses_what_keras_2_lets_callbacks_set(ask):
    script = """
import json
from tensorflow import keras

def refused(kind):
    class Own(kind):
        def __init__(self):
            pass
    made, found = Own(), []
    for name in sorted({*dir(kind), "model", "params"}):
        if not name.startswith("_"):
            try:
                setattr(made, name, None)
            except AttributeError:
                found.append(name)
    return found

kinds = [kind for kind in vars(keras.callbacks).values() if isinstance(kind, type)]
callbacks = [kind for kind in kinds if issubclass(kind, keras.callbacks.Callback)]
print(json.dumps({kind.__name__: refused(kind) for kind in callbacks}))
"""
    assert not any(ask(2, script).values())
    seen = ask(3, script)
    assert set(seen["Callback"]) == CALLBACK_PROPERTIES
    assert all(CALLBACK_PROPERTIES.issubset(names) for names in seen.values())
