"""The table of `add_weight`'s parameters equals what the installed libraries take."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from layerlint.facts.weights import (
    COMMON_MEMBERS,
    KERAS_VARIABLE_PARAMETERS,
    VARIABLE_PARAMETERS,
    mean_aggregation,
    parameters,
    without_autocast,
)

PROBE = """
import inspect, json
from tensorflow import keras

signature = inspect.signature(keras.layers.Layer.add_weight)
names = [
    name for name, parameter in signature.parameters.items()
    if name != "self" and parameter.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD
]
taken = []
full = ((1,), "ones", "float32", 1)
for arguments in (full[:0], full[:1], full[:2], full[:3], full):
    try:
        weight = keras.layers.Layer().add_weight(*arguments)
        taken.append([list(weight.shape), float(weight.numpy().sum()), str(weight.dtype)])
    except Exception as error:
        taken.append(type(error).__name__)
print(json.dumps([names, taken]))
"""


def probe(generation: int) -> tuple[list[str], list[object]]:
    environment = {
        **os.environ,
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "CUDA_VISIBLE_DEVICES": "-1",
        "TF_USE_LEGACY_KERAS": "1" if generation == 2 else "0",
    }
    run = subprocess.run(
        [sys.executable, "-c", PROBE], env=environment, capture_output=True, text=True, check=True
    )
    names, taken = json.loads(run.stdout.splitlines()[-1])
    return names, taken


def test_keras_2_takes_its_parameters_in_this_order():
    names, _ = probe(2)
    assert tuple(names) == parameters(2)


def test_keras_3_takes_shape_initializer_and_dtype_by_position_and_no_more():
    _, taken = probe(3)
    assert parameters(3) == ("shape", "initializer", "dtype")
    assert taken[2] == [[1], 1.0, "float32"]
    assert taken[3] == [[1], 1.0, "float32"]
    assert taken[4] == "TypeError"


SPELLING_PROBE = """
import json
import tensorflow
from tensorflow import keras

def accepted(keywords):
    try:
        weight = eval(f"keras.layers.Layer().add_weight(name='w', shape=(1,), {keywords})")
    except Exception as error:
        return type(error).__name__
    return str(weight.aggregation).rpartition(".")[2].lower()

print(json.dumps([accepted(keywords) for keywords in KEYWORDS]))
"""


@pytest.mark.parametrize("generation", [2, 3])
def test_a_weight_is_kept_from_autocasting(ask, generation):
    names = {without_autocast(frozenset({generation})), without_autocast(frozenset({2, 3}))}
    keywords = [f"{name}=False" for name in sorted(names)]
    assert ask(generation, SPELLING_PROBE.replace("KEYWORDS", repr(keywords))) == ["none"] * len(
        names
    )


def test_keras_3_refuses_the_old_name_for_autocasting(ask):
    keywords = [f"{without_autocast(frozenset({2}))}=False"]
    assert ask(3, SPELLING_PROBE.replace("KEYWORDS", repr(keywords))) == ["TypeError"]


@pytest.mark.parametrize("generation", [2, 3])
def test_each_generation_takes_its_own_mean_and_not_the_other_one(ask, generation):
    keywords = [f"aggregation={mean_aggregation(each)}" for each in (generation, 5 - generation)]
    own, other = ask(generation, SPELLING_PROBE.replace("KEYWORDS", repr(keywords)))
    assert own == "mean"
    assert other in ("TypeError", "ValueError")


def test_variables_take_these_parameters_first(ask) -> None:
    script = """
import inspect, json, keras
import tensorflow as tf
names = lambda kind: [name for name in inspect.signature(kind.__init__).parameters][1:6]
print(json.dumps([names(tf.Variable), names(keras.Variable)]))
"""
    assert ask(3, script) == [list(VARIABLE_PARAMETERS), list(KERAS_VARIABLE_PARAMETERS)]


def test_variables_of_tensorflow_and_of_keras_have_these_members_in_common(ask) -> None:
    script = f"""
import json, keras, tensorflow as tf
kinds = [tf.Variable(1.0), keras.Variable(1.0)]
print(json.dumps([n for n in {sorted(COMMON_MEMBERS)!r} if not all(hasattr(k, n) for k in kinds)]))
"""
    assert ask(3, script) == []
