"""The tables of losses and of what last layers give equal what the installed libraries show."""

from __future__ import annotations

import math

import pytest

from layerlint.facts.losses import (
    ACTIVATION_PLACES,
    CROSSENTROPIES,
    LOGIT_FUNCTIONS,
    OF_CLASSES,
    OUT_OF_RANGE,
    PROBABILITIES,
    ROW_LOSSES,
    SIMILARITIES,
    THRESHOLDS,
    UNSYMMETRIC,
)

PROBE = """
import inspect, json
import numpy
import tensorflow as tf
from tensorflow import keras


def parameters(thing):
    return inspect.signature(thing).parameters


def values(name):
    line = keras.layers.Activation(name)(tf.constant([[-3.0, -0.5, 0.5, 3.0]]))
    return [float(numpy.min(line)), float(numpy.max(line))]


losses = {n: getattr(keras.losses, n) for n in dir(keras.losses) if "rossentropy" in n}
layers = {n: getattr(keras.layers, n).__init__ for n in dir(keras.layers)}
metrics = {n: getattr(keras.metrics, n) for n in dir(keras.metrics)}
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(3, activation="softmax")])
x, y = numpy.ones((2, 2), "float32"), numpy.zeros((2,), "int32")
told, untold = (
    float(keras.losses.SparseCategoricalCrossentropy(from_logits=each)(y, model(x)))
    for each in (True, False)
)
twice = float(tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(y, model(x))))
print(json.dumps({
    "losses": sorted(
        n for n, loss in losses.items()
        if "from_logits" in parameters(loss) and parameters(loss)["from_logits"].default is False
    ),
    "activations": {
        n: list(parameters(made)).index("activation") - 1
        for n, made in layers.items() if callable(made) and "activation" in parameters(made)
    },
    "functions": {
        n: list(parameters(getattr(tf.nn, n))).index("logits")
        for n in dir(tf.nn) if n.endswith("cross_entropy_with_logits")
    },
    "thresholds": {
        n: [t for t in ("threshold", "thresholds") if t in parameters(made)]
        for n, made in metrics.items() if inspect.isclass(made)
    },
    "values": {n: values(n) for n in %s},
    "loss": [told, untold, twice],
}))
"""


@pytest.fixture(scope="module", params=[2, 3])
def seen(request, ask):
    return ask(request.param, PROBE % sorted(OUT_OF_RANGE | PROBABILITIES))


def test_every_crossentropy_with_from_logits_is_known(seen):
    taken = {name for name in seen["losses"] if not name[0].isupper() or "rossentropy" in name}
    assert taken == CROSSENTROPIES


def test_the_place_of_an_activation_is_that_of_the_constructor(seen):
    for name, place in ACTIVATION_PLACES.items():
        assert seen["activations"][name.removeprefix("layers.")] == place, name


def test_functions_of_tensorflow_take_logits_where_the_table_says(seen):
    assert {f"nn.{name}": place for name, place in seen["functions"].items()} == LOGIT_FUNCTIONS


def test_metrics_are_told_their_threshold_by_these_arguments(seen):
    for name, argument in THRESHOLDS.items():
        assert argument in seen["thresholds"][name], name


def test_activations_leave_the_range_of_probabilities_or_stay_in_it(seen):
    for name in OUT_OF_RANGE:
        low, high = seen["values"][name]
        assert low < 0 or high > 1, name
    for name in PROBABILITIES:
        low, high = seen["values"][name]
        assert low >= 0, name
        assert high <= 1, name


def test_keras_undoes_a_softmax_in_front_of_its_loss_and_tensorflow_does_not(seen):
    told, untold, twice = seen["loss"]
    assert told == pytest.approx(untold)
    assert twice != pytest.approx(told)


ORDERS = """
import inspect, json
import numpy
from tensorflow import keras

x = numpy.array([[0.2, 0.7, 0.1]], "float32")
y = numpy.array([[0.1, 0.3, 0.6]], "float32")
apart = {}
for name in %s:
    made = getattr(keras.losses, name, None)
    if made is None or "parse" in name:
        continue
    loss = made() if inspect.isclass(made) else made
    apart[name] = float(abs(numpy.sum(loss(x, y)) - numpy.sum(loss(y, x))))
print(json.dumps(apart))
"""


@pytest.mark.parametrize("generation", [2, 3])
def test_the_order_of_targets_and_predictions_counts_for_these(generation, ask):
    apart = ask(generation, ORDERS % sorted(UNSYMMETRIC))
    assert len(apart) > 12
    assert {name for name, size in apart.items() if size < 1e-5} == set()


EVEN = """
import inspect
import json
import numpy
from tensorflow import keras

sizes = []
for name in %s:
    made = getattr(keras.losses, name)
    loss = made() if inspect.isclass(made) else made
    for x in ([[0.2, 0.7, 0.1]], [[0.9, 0.05, 0.05]]):
        x = numpy.array(x, "float32")
        sizes.append(float(numpy.sum(loss(x, numpy.ones_like(x) / 3))))
print(json.dumps(sizes))
"""


@pytest.mark.parametrize("generation", [2, 3])
def test_these_are_one_number_where_all_classes_are_predicted_to_be_as_likely(generation, ask):
    assert ask(generation, EVEN % sorted(OF_CLASSES)) == pytest.approx([math.log(3)] * 4, rel=1e-4)


@pytest.mark.parametrize("name", sorted(SIMILARITIES))
def test_these_are_larger_for_images_that_are_alike(name):
    tf = pytest.importorskip("tensorflow")
    function = getattr(tf.image, name.removeprefix("image."))
    image = tf.random.stateless_uniform((1, 192, 192, 1), seed=(1, 2))
    noisy = image + 0.2 * tf.random.stateless_normal(image.shape, seed=(3, 4))
    nearly = image + 0.01 * tf.random.stateless_normal(image.shape, seed=(5, 6))
    assert float(function(image, nearly, max_val=1.0)[0]) > float(
        function(image, noisy, max_val=1.0)[0]
    )


@pytest.mark.parametrize("generation", [2, 3])
def test_these_losses_have_a_number_for_each_row(ask, generation):
    script = """
import json
import tensorflow as tf
from tensorflow import keras
from layerlint.facts.losses import ROW_LOSSES
found = {}
for name in ROW_LOSSES:
    loss = getattr(keras.losses, name, None)
    if loss is None:
        continue
    loss = loss(reduction="none") if name[0].isupper() else loss
    found[name] = [int(size) for size in loss(tf.ones((3, 4, 5)), 0.5 * tf.ones((3, 4, 5))).shape]
print(json.dumps(found))
"""
    found = ask(generation, script)
    assert set(map(tuple, found.values())) == {(3, 4)}
    assert generation == 3 or found.keys() == ROW_LOSSES
