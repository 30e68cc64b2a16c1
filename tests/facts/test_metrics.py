"""What callbacks guess of a score by its name, held against the installed Keras 2."""

from __future__ import annotations

import re

from layerlint.facts.losses import COMPARE_EXACTLY, COUNT_CLASSES
from layerlint.facts.metrics import (
    BETTER_WHEN_HIGHER,
    GUESSED_HIGHER,
    PLAINLY_HIGHER,
    PLAINLY_LOWER,
    QUALIFIERS,
    RENAMED,
    UNDIRECTED,
    WATCHER_PARAMETERS,
    WATCHERS,
)

NAMES = ["val_acc", "val_accuracy", "auc", "val_auc", "fmeasure", "accurate_loss"]
NAMES += sorted(BETTER_WHEN_HIGHER) + [f"val_{name}" for name in sorted(BETTER_WHEN_HIGHER)]

GUESSES = f"""
import json
import numpy as np
from tensorflow import keras

def higher(name, monitor):
    more = {{"filepath": "x.keras"}} if name == "ModelCheckpoint" else {{}}
    callback = getattr(keras.callbacks, name)(monitor=monitor, **more)
    callback.set_model(keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)]))
    callback.on_train_begin()
    compare = callback.monitor_op
    return bool(compare(2.0, 1.0))

print(json.dumps({{
    name: [monitor for monitor in {NAMES!r} if higher(name, monitor)]
    for name in {sorted(WATCHERS)!r}
}}))
"""

CLASSES = """
import json
from tensorflow import keras
print(json.dumps([name for name in dir(keras.metrics) if name.endswith("IoU")
                  and getattr(keras.metrics, name)(
                      **({"num_classes": 2} if "Binary" not in name else {}),
                      **({"target_class_ids": [0]} if "Mean" not in name else {}),
                  ).sparse_y_pred
                  and "Binary" not in name]))
"""


def test_keras_2_guesses_the_direction_by_these_parts_of_a_name(ask):
    guessed = ask(2, GUESSES)
    for callback, pattern in GUESSED_HIGHER.items():
        assert guessed[callback] == [name for name in NAMES if re.search(pattern, name)]


def test_these_metrics_take_classes_unless_they_are_told_otherwise(ask):
    assert set(ask(2, CLASSES)) == COUNT_CLASSES
    assert set(ask(3, CLASSES)) == COUNT_CLASSES


def test_these_metrics_count_what_equals_its_target(ask):
    script = f"""
import json
from tensorflow import keras
made = [getattr(keras.metrics, name)() for name in {sorted(COMPARE_EXACTLY)!r}]
for metric in made:
    metric.update_state([0.0, 1.0, 1.0, 1.0], [0.0, 0.9, 0.99, 1.0])
print(json.dumps([float(metric.result()) for metric in made]))
"""
    assert ask(2, script) == ask(3, script) == [0.5]


def test_callbacks_take_these_by_position_and_keras_3_knows_no_direction_of_these(ask):
    script = f"""
import inspect, json
from tensorflow import keras
makers = [getattr(keras.callbacks, name) for name in {sorted(WATCHERS)!r}]
taken = [list(inspect.signature(maker).parameters) for maker in makers]
bases = [getattr(keras.metrics, name.removeprefix("metrics.")) for name in {sorted(UNDIRECTED)!r}]
print(json.dumps([taken, [hasattr(base, "_direction") for base in bases]]))
"""
    for generation in (2, 3):
        taken, directed = ask(generation, script)
        for name, parameters in zip(sorted(WATCHERS), taken, strict=True):
            known = WATCHER_PARAMETERS[name]
            assert tuple(parameters[: len(known)]) == known
        assert not any(directed)


def test_the_logs_call_these_what_they_were_compiled_as(ask):
    script = f"""
import json
import numpy as np
from tensorflow import keras
def logged(name):
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse", metrics=[name])
    return sorted(model.fit(np.ones((2, 1)), np.ones((2, 1)), verbose=0).history)
print(json.dumps([logged(name) for name in {sorted(RENAMED)!r}]))
"""
    assert ask(2, script) == ask(3, script) == [sorted([name, "loss"]) for name in sorted(RENAMED)]


def test_keras_3_knows_the_same_direction_of_what_is_named_so(ask):
    script = """
import inspect, json
from tensorflow import keras

def directions():
    for made in vars(keras.metrics).values():
        if inspect.isclass(made) and made.__init__ is not keras.metrics.Metric.__init__:
            try:
                metric = made()
            except TypeError:
                continue
            yield metric.name, getattr(metric, "_direction", None)

print(json.dumps(dict(directions())))
"""
    directions = ask(3, script)
    for words, direction in ((BETTER_WHEN_HIGHER, "up"), (PLAINLY_LOWER, "down")):
        named = {name for name in directions if not words.isdisjoint(name.split("_"))}
        assert len(named) > 3
        assert {directions[name] for name in named} == {direction}
    made = {word for name in directions for word in name.split("_")}
    assert made >= QUALIFIERS
    assert BETTER_WHEN_HIGHER | {"acc"} >= PLAINLY_HIGHER
