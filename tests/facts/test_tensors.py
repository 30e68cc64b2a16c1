"""What is claimed of tensor functions is what the installed TensorFlow and Keras do."""

from __future__ import annotations

import json
from typing import Any

import pytest

from layerlint.facts import tensors
from layerlint.facts.tensors import DTYPE_POSITIONS, SIZE_PARAMETERS, tensor_function

from .conftest import Ask

RUN = """
import importlib, inspect, json
import tensorflow as tf

keras = importlib.import_module(tf.keras.__name__)
names = json.loads(%r)
homes = {"tf": [tf, tf.math, tf.nn, tf.linalg], "backend": [tf.keras.backend]}
homes |= {"ops": [], "random": []}
if hasattr(keras, "ops"):
    homes["ops"] = [keras.ops]
    homes["random"] = [keras.random]


def functions(name):
    for library, modules in homes.items():
        for module in modules:
            if hasattr(module, name):
                yield library, getattr(module, name)


results = {}
for name in names:
    for library, function in functions(name):
        outcome = {"parameters": list(inspect.signature(function).parameters)}
        half = tf.constant([[0.5, 0.25], [0.125, 0.75]], "float16")
        for arguments in ([half], [half, half], [[half, half]], [half, 0.0, 1.0], [half, 1]):
            try:
                result = function(*arguments)
            except Exception:
                continue
            outcome["tensor"] = tf.is_tensor(result)
            if tf.is_tensor(result):
                outcome["dtype"] = result.dtype.name
                outcome["shape"] = result.shape.as_list()
            break
        results[f"{library}.{name}"] = outcome
print(json.dumps(results))
"""

KEEPING = ("elementwise", "reduction", "binary")
# Functions whose result has another dtype than their argument for a reason of its own.
OTHER_DTYPE = {
    "cumprod",  # K.cumprod and K.cumsum go through float32 on some versions
    "cumsum",
    "dot",
    "normalize",  # gives the norm as well
}


def roles() -> dict[str, str]:
    return {**tensors._ROLES}


@pytest.fixture(scope="module", params=[2, 3])
def seen(request: pytest.FixtureRequest, ask: Ask) -> dict[str, Any]:
    names = sorted({*roles(), *DTYPE_POSITIONS, *SIZE_PARAMETERS})
    return ask(request.param, RUN % json.dumps(names))


@pytest.mark.parametrize("seen", [3], indirect=True)
def test_every_function_exists_somewhere(seen: dict[str, Any]):
    found = {name.partition(".")[2] for name in seen}
    assert set(roles()) - found == set()


def test_functions_keep_half_precision_where_that_is_said(seen: dict[str, Any]):
    wrong = {
        name: outcome["dtype"]
        for name, outcome in seen.items()
        if roles().get(name.partition(".")[2]) in KEEPING
        and name.partition(".")[2] not in OTHER_DTYPE
        and outcome.get("dtype", "float16") != "float16"
    }
    assert wrong == {}


def test_elementwise_functions_keep_the_shape(seen: dict[str, Any]):
    wrong = {
        name: outcome["shape"]
        for name, outcome in seen.items()
        if roles().get(name.partition(".")[2]) == "elementwise"
        and name.partition(".")[2] not in OTHER_DTYPE
        and outcome.get("shape", [2, 2]) != [2, 2]
    }
    assert wrong == {}


def test_comparisons_are_boolean(seen: dict[str, Any]):
    wrong = {
        name: outcome["dtype"]
        for name, outcome in seen.items()
        if roles().get(name.partition(".")[2]) == "comparison"
        and outcome.get("dtype", "bool") != "bool"
    }
    assert wrong == {}


def test_the_dtype_stands_where_it_is_said(seen: dict[str, Any]):
    wrong = {}
    for name, place in DTYPE_POSITIONS.items():
        homes = [outcome for full, outcome in seen.items() if full.partition(".")[2] == name]
        if homes and not any(
            len(outcome["parameters"]) > place
            and outcome["parameters"][place] in ("dtype", "kwargs")
            for outcome in homes
        ):
            wrong[name] = [outcome["parameters"] for outcome in homes]
    assert wrong == {}


def test_sizes_are_called_as_is_said(seen: dict[str, Any]):
    wrong = {}
    for name, places in SIZE_PARAMETERS.items():
        known = {
            parameter
            for full, outcome in seen.items()
            if full.partition(".")[2] == name
            for parameter in outcome["parameters"]
        }
        if known and not any(parameter in known for _, parameter in places):
            wrong[name] = sorted(known)
    assert wrong == {}


LAYERS = """
import json
import tensorflow as tf
from tensorflow import keras

made = {}
for name in json.loads(%r):
    make = getattr(keras.layers, name, None)
    if make is None:
        continue
    tried = [(), (3,), (3, 3), ("ab,bc->ac", 3), (2, 3), (2, 2, 1), (keras.layers.LSTM(2),)]
    for arguments in tried:
        try:
            layer = make(*arguments)
        except Exception:
            continue
        made[name] = [bool(layer.built), len(layer.weights)]
        break
print(json.dumps(made))
"""


@pytest.mark.parametrize("generation", [2, 3])
def test_layers_have_no_weights_until_they_are_built(generation: int, ask: Ask):
    names = sorted(name.removeprefix("layers.") for name in tensors.WEIGHT_LAYERS)
    made = ask(generation, LAYERS % json.dumps(names))
    assert {name for name in names if name not in made} <= {"GroupQueryAttention"}
    assert {name: state for name, state in made.items() if state != [False, 0]} == {}


@pytest.mark.parametrize("generation", [2, 3])
def test_a_mask_gets_through_layers_of_single_steps_and_through_none_of_those_without(
    generation: int, ask: Ask
):
    script = """
import json
from tensorflow import keras
from layerlint.facts.tensors import MASKLESS_LAYERS, STEPWISE_LAYERS
arguments = {
    "Activation": ["relu"], "Conv1D": [4, 3], "Conv1DTranspose": [4, 3], "DepthwiseConv1D": [3],
    "Dense": [4], "Dropout": [0.1], "Embedding": [4, 2], "GroupNormalization": [2],
    "Permute": [(2, 1)], "Reshape": [(6, 4)], "SeparableConv1D": [4, 3],
}
UNFIT = {"layers.Embedding", "layers.GroupNormalization"}  # the latter refuses masks on Keras 2
through = {}
for name in sorted(MASKLESS_LAYERS | STEPWISE_LAYERS - UNFIT):
    short = name.removeprefix("layers.")
    usual = [0.1] if "Noise" in short or "Dropout" in short else []
    layer = getattr(keras.layers, short)(*arguments.get(short, usual))
    output = layer(keras.layers.Masking()(keras.Input((6, 4))))
    through[name] = getattr(output, "_keras_mask", None) is not None
print(json.dumps([
    sorted(name for name in MASKLESS_LAYERS if through[name]),
    sorted(name for name in STEPWISE_LAYERS & through.keys() if not through[name]),
]))
"""
    assert ask(generation, script) == [[], []]


def test_a_name_is_known_whatever_its_home():
    for name in ("tensorflow.math.log", "tensorflow.compat.v1.log", "keras.ops.log"):
        function = tensor_function(name)
        assert function is not None
        assert function.role == "elementwise"
    assert tensor_function("numpy.log") is None
    assert tensor_function("keras.ops.shape") is None
    assert tensor_function("tensorflow.io.log") is None


def test_what_asks_for_no_number_is_there_to_be_asked_and_integers_are_dtypes(ask) -> None:
    script = """
import json
import tensorflow as tf
from tensorflow import keras
from layerlint.facts.tensors import INTEGER_DTYPES, SHAPES
homes = [tf.Tensor, tf.Variable, tf, keras.backend]
print(json.dumps([
    sorted(name for name in SHAPES if not any(hasattr(home, name) for home in homes)),
    sorted(name for name in INTEGER_DTYPES if not tf.as_dtype(name).is_integer),
]))
"""
    assert ask(2, script) == [[], []]


@pytest.mark.parametrize("generation", [2, 3])
def test_unit_length_is_that_of_the_whole_tensor_unless_an_axis_is_named(ask, generation) -> None:
    script = """
import json
import tensorflow as tf
from tensorflow import keras
from layerlint.facts.tensors import WHOLE_NORMS
homes = {"backend": keras.backend, "math": tf.math, "nn": tf.nn}
found = {}
for name in WHOLE_NORMS:
    home, _, last = name.partition(".")
    if hasattr(homes[home], last):
        scaled = getattr(homes[home], last)(tf.ones((3, 4)))
        found[name] = float(tf.reduce_sum(tf.square(scaled)))
print(json.dumps(found))
"""
    found = ask(generation, script)
    assert found
    assert all(abs(total - 1.0) < 1e-4 for total in found.values())


def test_what_keeps_the_meaning_of_predictions_is_there(ask) -> None:
    script = """
import json
import tensorflow as tf
from tensorflow import keras
from layerlint.facts.tensors import SAME_MEANING
homes = [tf, tf.nn, keras.backend]
print(json.dumps([name for name in SAME_MEANING if not any(hasattr(h, name) for h in homes)]))
"""
    assert ask(2, script) == []


MAKING = """
import json
import tensorflow as tf
from layerlint.facts.tensors import MAKE_TENSORS

image, row = tf.ones((1, 8, 8, 3)), tf.ones((2, 8))
grid, waves = tf.ones((1, 8, 8)), tf.complex(tf.ones((1, 8, 8)), tf.zeros((1, 8, 8)))
windows = ([1, 2, 2, 1], [1, 1, 1, 1])
tries = {
    "image": [
        [image], [image, 0.5], [image, 4, 4], [image, [4, 4]], [tf.ones((1, 8, 8, 1))],
        [image, *windows, windows[1], "VALID"],
        [image, tf.constant([[0.0, 0.0, 1.0, 1.0]]), [0], [4, 4]],
    ],
    "signal": [[waves], [row], [grid], [row, 4, 2], [grid, 2], [waves, 4, 2]],
}
wrong = []
for space, names in MAKE_TENSORS.items():
    for name in sorted(names):
        function, result = getattr(getattr(tf, space), name), None
        for arguments in tries[space]:
            try:
                result = function(*arguments)
                break
            except Exception:
                continue
        if not tf.is_tensor(result):
            wrong.append(f"{space}.{name}")
print(json.dumps(wrong))
"""


@pytest.mark.parametrize("generation", [2, 3])
def test_functions_of_images_and_signals_give_one_tensor(ask: Ask, generation: int) -> None:
    assert ask(generation, MAKING) == []
