"""What the tables say writes a variable, writes it when it is run."""

from __future__ import annotations

import json

import pytest

from layerlint.facts.state_functions import (
    ADDITIVE_WRITES,
    FUNCTION_WRITES,
    SHIFTS,
    WRITES,
    function_write,
)

METHODS = """
import json
import numpy as np
import tensorflow as tf

def argument(name):
    if name.startswith("scatter_nd"):
        return ([[0]], [3.0])
    if "scatter" in name:
        return (tf.IndexedSlices(tf.constant([3.0]), tf.constant([0])),)
    return ([3.0, 3.0],)

def written(name, given):
    variable = tf.Variable([2.0, 5.0])
    getattr(variable, name)(*given)
    return variable.numpy().tolist()

NAMES = %s
print(json.dumps({name: written(name, argument(name)) for name in NAMES}))
"""
FUNCTIONS = """
import json
import tensorflow as tf
from tensorflow import keras
from tensorflow.python.training import moving_averages

K, v1 = keras.backend, tf.compat.v1
TWO = {"AssignVariableOp", "AssignAddVariableOp", "AssignSubVariableOp"}

def written(name):
    variable = tf.Variable([2.0, 5.0])
    value = tf.constant([3.0, 3.0])
    if name in TWO:
        getattr(tf.raw_ops, name)(resource=variable.handle, value=value)
    elif name == "moving_average_update":
        K.moving_average_update(variable, value, 0.5)
    elif name == "assign_moving_average":
        moving_averages.assign_moving_average(variable, value, 0.5, zero_debias=False)
    elif name.startswith("scatter"):
        getattr(v1, name)(variable, [0, 1], value)
    else:
        getattr(K if hasattr(K, name) else v1, name)(variable, value.numpy())
    return variable.numpy().tolist()

NAMES = %s
print(json.dumps({name: written(name) for name in NAMES}))
"""
RESULTS = {
    "assign": [3, 3],
    "assign_add": [5, 8],
    "assign_sub": [-1, 2],
    "scatter_add": [5, 8],
    "scatter_sub": [-1, 2],
    "scatter_update": [3, 3],
    "moving_average_update": [2.5, 4],
}


@pytest.fixture(scope="module")
def methods(ask) -> dict[str, list[float]]:
    return ask(3, METHODS % json.dumps(sorted(WRITES)))


@pytest.mark.parametrize("name", sorted(WRITES))
def test_each_method_writes_the_variable(methods, name: str) -> None:
    assert methods[name] != [2, 5] or name == "scatter_min"


@pytest.mark.parametrize("name", sorted(ADDITIVE_WRITES))
def test_an_additive_method_changes_by_the_value(methods, name: str) -> None:
    sign = -1 if name.endswith("sub") else 1
    assert methods[name][0] == 2 + sign * 3


def test_the_minimum_is_written_where_the_value_is_smaller(ask) -> None:
    script = METHODS.replace("tf.constant([3.0])", "tf.constant([1.0])")
    assert ask(3, script % '["scatter_min"]') == {"scatter_min": [1, 5]}


def test_each_function_does_to_its_first_argument_what_the_table_says(ask) -> None:
    seen = ask(2, FUNCTIONS % json.dumps(sorted(FUNCTION_WRITES)))
    assert seen == {name: RESULTS[operation] for name, operation in FUNCTION_WRITES.items()}


def test_a_name_of_another_home_writes_nothing() -> None:
    assert function_write("keras.backend.update_add") == "assign_add"
    assert function_write("tensorflow.compat.v1.assign") == "assign"
    assert function_write("numpy.update") is None


def test_what_shifts_a_buffer_is_a_function_of_some_library(ask) -> None:
    script = """
import json
import jax, numpy, tensorflow as tf, keras
homes = [tf, tf.compat.v1, keras.ops, numpy, jax.lax]
print(json.dumps([n for n in %s if any(hasattr(h, n) for h in homes)]))
"""
    assert ask(3, script % json.dumps(sorted(SHIFTS))) == sorted(SHIFTS)
