"""The installed libraries have optimizers with and without a memory, and these functions."""

from __future__ import annotations

import pytest

from layerlint.facts.optimizers import CLIPPING, MEMORYLESS_OPTIMIZERS, USES_OF_AVERAGES

STEPS = """
import json
import tensorflow as tf
from tensorflow import keras

def second_step(make, again):
    weight = tf.Variable([1.0]) if not hasattr(keras, "Variable") else keras.Variable([1.0])
    optimizer = make()
    for gradient in (1.0, 0.25):
        before = float(weight[0])
        optimizer.apply_gradients([(tf.constant([gradient]), weight)])
        optimizer = make() if again else optimizer
    return before - float(weight[0])

def remembers(name, **arguments):
    make = lambda: getattr(keras.optimizers, name)(0.1, **arguments)
    return abs(second_step(make, False) - second_step(make, True)) > 1e-6

names = ["Adadelta", "Adagrad", "Adam", "Adamax", "Ftrl", "Nadam", "RMSprop", "SGD"]
found = {name: remembers(name) for name in names}
found["SGD with momentum"] = remembers("SGD", momentum=0.9)
print(json.dumps(found))
"""


@pytest.mark.parametrize("generation", [2, 3])
def test_all_optimizers_but_these_step_otherwise_when_they_are_new(ask, generation):
    found = ask(generation, STEPS)
    assert {name for name, remembers in found.items() if not remembers} == MEMORYLESS_OPTIMIZERS


@pytest.mark.parametrize("name", sorted(CLIPPING))
def test_tensorflow_clips_copies(name):
    tf = pytest.importorskip("tensorflow")
    given = tf.constant([3.0, 4.0])
    if name == "clip_by_global_norm":
        clipped = tf.clip_by_global_norm([given], 1.0)[0][0]
    elif name == "clip_by_norm":
        clipped = tf.clip_by_norm(given, 1.0)
    else:
        clipped = tf.clip_by_value(given, -1.0, 1.0)
    assert float(tf.reduce_max(clipped)) <= 1.0
    assert float(tf.reduce_max(given)) == 4.0


AVERAGES = """
import json
import tensorflow as tf
from tensorflow import keras

def weight():
    return keras.Variable([1.0]) if hasattr(keras, "Variable") else tf.Variable([1.0])

def after(finalize):
    value, optimizer = weight(), keras.optimizers.SGD(0.1, use_ema=True, ema_momentum=0.5)
    for _ in range(2):
        optimizer.apply_gradients([(tf.constant([1.0]), value)])
    if finalize:
        optimizer.finalize_variable_values([value])
    return float(value[0])

optimizer = keras.optimizers.SGD(0.1, use_ema=True)
optimizer.build([weight()])
print(json.dumps([after(False), after(True), dir(optimizer) + dir(keras.callbacks)]))
"""


def test_averages_of_weights_are_kept_until_somebody_asks_for_them(ask):
    names = set()
    for generation in (2, 3):
        plain, final, found = ask(generation, AVERAGES)
        assert plain == pytest.approx(0.8)
        assert final > plain + 0.01
        names |= set(found)
    assert set(USES_OF_AVERAGES) <= names
