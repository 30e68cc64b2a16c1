"""Functions that are sorted by what they do exist in TensorFlow or Keras, and do it."""

from __future__ import annotations

import json

from layerlint.facts import operations

EXISTS = """
import importlib
import json
import numpy
import tensorflow as tf
from tensorflow import keras

PLACES = [tf, tf.math, tf.linalg, tf.random, tf.nn, tf.raw_ops, tf.compat.v1, keras.backend, numpy]
PLACES += [numpy.random, tf.compat.v1.random, tf.Tensor, keras, tf.compat.v1.distributions]
PLACES += [importlib.import_module("tensorflow.python.ops.array_ops")]
if hasattr(keras, "ops"):
    PLACES += [importlib.import_module("keras.src")]
    PLACES += [keras.ops, keras.random]


def known(name):
    for place in PLACES:
        for part in name.split("."):
            place = getattr(place, part, None)
        if place is not None:
            return True
    return False


print(json.dumps([name for name in json.loads({names!r}) if not known(name)]))
"""

SAME = """
import json, numpy
import tensorflow as tf
import keras

x = numpy.array([[0.25, 0.5], [0.75, 0.125]], "float32")
WITH = {
    "cast": ("int32",), "concat": None, "stack": None, "einsum": None, "expand_dims": (0,),
    "reshape": ((4,),), "tile": ((2, 1),),
}
BINARY = {"add", "divide", "matmul", "maximum", "minimum", "multiply", "subtract"}
wrong = []
for name, other in TABLE.items():
    function = tf
    for part in name.split("."):
        function = getattr(function, part)
    last = name.rpartition(".")[2]
    if last in ("concat", "stack"):
        arguments = ([x, x], 0)
    elif last == "einsum":
        arguments = ("ij,jk->ik", x, x)
    else:
        arguments = (x, *(WITH.get(last) or ((x,) if last in BINARY else ())))
    want, got = function(*arguments), getattr(keras.ops, other)(*arguments)
    if last != "gelu" and not numpy.allclose(want, got, atol=1e-5):
        wrong.append(name)
print(json.dumps(wrong))
"""


def missing(ask, generation: int, names: frozenset[str]) -> set[str]:
    return set(ask(generation, EXISTS.format(names=json.dumps(sorted(names)))))


def test_every_function_is_known_to_some_library(ask) -> None:
    names = (
        operations.TENSORFLOW_UPDATES
        | operations.KERAS_UPDATES
        | operations.AXIS_CHANGES
        | operations.BRANCHES
        | operations.LOOPS
        | operations.TENSOR_MAKERS
        | operations.TENSORFLOW_VARIABLES
        | operations.KERAS_VARIABLES
        | operations.NUMPY_FUNCTIONS
        | operations.ASKED_OF_ANYTHING
        | operations.UNIFORM_DRAWS
        | operations.COIN_DRAWS
        | operations.SHAPE_QUESTIONS
        | operations.MASKING
    )
    unknown = missing(ask, 3, names) & missing(ask, 2, names)
    assert unknown == {"bernoulli"}  # of JAX, which `keras.random` is built on


def test_the_counterparts_in_keras_take_the_same_arguments(ask) -> None:
    table = f"TABLE = {operations.KERAS_COUNTERPARTS!r}\n"
    assert ask(3, table + SAME) == []


def test_stateless_draws_have_a_counterpart(ask) -> None:
    script = (
        "import json, tensorflow as tf, keras\n"
        f"table = {operations.STATELESS_DRAWS!r}\n"
        "print(json.dumps([name for name, other in table.items()\n"
        "    if not hasattr(tf.random, name.rpartition('.')[2])\n"
        "    or not hasattr(keras.random, other)]))"
    )
    assert ask(3, script) == []


def test_a_tensor_shape_has_what_a_tuple_has_not(ask) -> None:
    members = set(
        ask(2, "import json, tensorflow as tf; print(json.dumps(dir(tf.TensorShape([1]))))")
    )
    assert members >= operations.TENSOR_SHAPE_MEMBERS
    assert operations.TENSOR_SHAPE_MEMBERS.isdisjoint(dir(tuple))


def test_some_functions_give_no_number_below_0() -> None:
    import tensorflow as tf

    numbers = tf.constant([-3.0, -0.5, 0.0, 2.0])
    for name in operations.NEVER_NEGATIVE:
        place = next(each for each in (tf, tf.nn) if hasattr(each, name))
        given = tf.abs(numbers) if name == "sqrt" else numbers
        assert float(tf.reduce_min(getattr(place, name)(given))) >= 0, name


def test_a_value_comes_of_one_value_of_each_tensor() -> None:
    import tensorflow as tf

    numbers = tf.constant([0.25, -0.75])
    for name in operations.BY_VALUE:
        function = next(getattr(each, name) for each in (tf, tf.math) if hasattr(each, name))
        logical = name.startswith("logical")
        given = [numbers > 0 if logical else tf.abs(numbers) if name == "sqrt" else numbers]
        try:
            both = function(*given)
        except TypeError:
            given *= 2
            both = function(*given)
        each_alone = [function(*(tensor[place] for tensor in given)) for place in range(2)]
        assert both.numpy().tolist() == [one.numpy().item() for one in each_alone], name


def test_reductions_that_give_no_less_than_the_least() -> None:
    import numpy
    import tensorflow as tf

    for name in operations.AT_LEAST_THE_LEAST:
        home = next(each for each in (tf, numpy) if hasattr(each, name))
        assert float(getattr(home, name)([[0.5, 0.25], [3.0, 0.125]])) >= 0.125, name


def test_what_is_named_for_positions_placeholders_and_sizes_is_there(ask) -> None:
    script = f"""
import json
import numpy, tensorflow as tf
from tensorflow import keras
homes = [tf, numpy, keras, keras.backend, keras.layers]
names = {sorted(operations.POSITION_FUNCTIONS | operations.NUMBERLESS)!r}
placeholders = {sorted(operations.PLACEHOLDERS - {"KerasTensor"})!r}
print(json.dumps([
    [name for name in each if not any(hasattr(home, name) for home in homes)]
    for each in (names, placeholders)
]))
"""
    assert ask(2, script) == [[], []]


def test_functions_without_numbers_give_the_same_for_tensors_of_one_shape(ask) -> None:
    script = f"""
import json
import numpy, tensorflow as tf
from tensorflow import keras
K = keras.backend
def results(name, tensor):
    given = () if name in ("epsilon", "floatx") else (tensor,)
    homes = [home for home in (tf, K) if hasattr(home, name)]
    return str([numpy.asarray(getattr(home, name)(*given)) for home in homes])
names = {sorted(operations.NUMBERLESS)!r}
print(json.dumps([n for n in names if results(n, tf.ones((2, 3))) != results(n, tf.zeros((2, 3)))]))
"""
    assert ask(2, script) == []


def test_functions_of_floats_take_no_integers() -> None:
    import pytest
    import tensorflow as tf

    @tf.function
    def run(function, *rest):
        return function(tf.constant([1, 2], tf.int64), *rest)

    def places(name):
        return [getattr(space, name) for space in (tf, tf.math) if hasattr(space, name)]

    for name in operations.FLOATS_ONLY:
        assert places(name)
        for function in places(name):
            with pytest.raises((TypeError, ValueError)):
                run(function)
    for name in operations.ONE_DTYPE:
        assert places(name)
        for function in places(name):
            with pytest.raises((TypeError, ValueError)):
                run(function, 0.5)
