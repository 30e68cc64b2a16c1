"""What the tables say of functions that a flag goes through is what those do when they run."""

from __future__ import annotations

import json

import pytest

from layerlint.facts import control_functions as facts

# What there is in libraries of another backend, which is not installed here.
TORCH = {"as_tensor"}
HOMES = """
import builtins, functools, json
import jax, keras, numpy
import tensorflow as tf
from tensorflow.python.framework import smart_cond, tensor_util

HOMES = [builtins, tf, tf.compat.v1, tf.autograph, tf.autograph.experimental, keras.ops, numpy, jax]
HOMES += [keras, keras.backend, smart_cond, tensor_util, functools, tf.keras.backend]
def homes(name):
    return [getattr(home, name) for home in HOMES if callable(getattr(home, name, None))]
NAMES = %s
"""
IDENTITIES = """
def results(name):
    if name == "read_value":
        return [tf.Variable(1.0).read_value()]
    if name == "numpy":
        return [tf.constant(1.0).numpy()]
    if name == "squeeze":
        return [function(tf.constant([1.0]), 0) for function in homes(name)]
    more = {"cast": ["float32"], "saturate_cast": ["float32"]}.get(name, [])
    given = 1 if name == "smart_constant_value" else tf.constant(1.0)
    # NumPy's, and those of `keras.ops`, make a matrix of a number, which no flag is.
    matrices = (numpy.identity, keras.ops.identity, jax.numpy.identity)
    return [function(given, *more) for function in homes(name) if function not in matrices]
print(json.dumps({name: [float(each) for each in results(name)] for name in NAMES}))
"""
PAIRS = """
PAIRS = [(True, True), (True, False), (False, True), (False, False)]
def table(function):
    return [bool(function(tf.constant(a), tf.constant(b))) for a, b in PAIRS]
print(json.dumps({name: [table(each) for each in homes(name)] for name in NAMES}))
"""
NUMBERS = """
def result(function):
    return float(function(tf.constant(6.0), tf.constant(3.0)))
print(json.dumps({name: [result(each) for each in homes(name)] for name in NAMES}))
"""
FILLED = """
def made(name, function):
    return function(tf.constant([5.0]) if name.endswith("like") else (1,))
print(json.dumps({name: [float(made(name, each)[0]) for each in homes(name)] for name in NAMES}))
"""
CHOICES = """
def chosen(name, function, flag):
    if "train_phase" in name or "test_phase" in name:
        return function("first", "second", training=flag)
    return function(tf.constant(flag), tf.constant("first"), tf.constant("second")).numpy().decode()
print(json.dumps({n: [chosen(n, f, True) for f in homes(n)[:1]] for n in NAMES}))
"""


def seen(ask, names, script: str, generation: int = 3):
    return ask(generation, HOMES % json.dumps(sorted(names)) + script)


def test_an_identity_gives_the_value_that_it_is_given(ask) -> None:
    found = seen(ask, facts.IDENTITIES - TORCH, IDENTITIES)
    assert {name: set(values) for name, values in found.items()} == {
        name: {1.0} for name in facts.IDENTITIES - TORCH
    }


@pytest.mark.parametrize(
    ("names", "truths"),
    [
        (facts.LOGICAL_AND, [True, False, False, False]),
        (facts.LOGICAL_OR, [True, True, True, False]),
        (facts.EQUAL, [True, False, False, True]),
        (facts.NOT_EQUAL, [False, True, True, False]),
    ],
)
def test_a_function_of_two_truth_values_gives_what_its_table_is_named_for(
    ask, names: frozenset[str], truths: list[bool]
) -> None:
    for tables in seen(ask, names, PAIRS).values():
        assert tables
        assert all(table == truths for table in tables)


def test_arithmetic_computes_what_its_operator_does(ask) -> None:
    results = {"+": 9.0, "-": 3.0, "*": 18.0, "/": 2.0}
    for name, values in seen(ask, facts.ARITHMETIC, NUMBERS).items():
        assert set(values) == {results[facts.ARITHMETIC[name]]}


def test_a_filled_tensor_holds_its_number(ask) -> None:
    for name, values in seen(ask, facts.FILLED, FILLED).items():
        assert set(values) == {facts.FILLED[name]}


def test_a_selection_gives_its_second_argument_where_the_first_is_true(ask) -> None:
    names = facts.SELECTIONS - {"select"}
    assert seen(ask, names, CHOICES) == {name: ["first"] for name in names}


@pytest.mark.parametrize(
    "names",
    [facts.FUNCTION_WRAPPERS, facts.CONDITIONALS, facts.SWITCHES, facts.LEARNING_PHASE],
)
def test_each_name_is_a_function_of_some_library(ask, names: frozenset[str]) -> None:
    script = """
import jax.lax
from tensorflow.python.ops import cond_v2
from tf_keras.src import backend
HOMES += [cond_v2, jax.lax, backend]
print(json.dumps([name for name in NAMES if homes(name)]))
"""
    assert seen(ask, names, script, 2) == sorted(names)
