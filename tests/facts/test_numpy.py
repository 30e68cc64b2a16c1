"""What is said to do the same as a NumPy function does it, on numbers."""

from __future__ import annotations

import json

import numpy
import pytest

from layerlint.facts import numpy as facts

COUNTERPARTS = """
import json, numpy
import tensorflow as tf
import keras

TABLE = json.loads({table!r})
x = numpy.array([[0.25, 0.5], [0.75, 0.125]], "float32")
y = numpy.array([[0.5, 0.25], [0.75, 0.5]], "float32")
WITH = {{
    "clip": (0.3, 0.6), "expand_dims": (0,), "reshape": ((4,),), "tile": ((2, 1),), "power": (2.0,),
    "cumsum": (0,),
}}


def arguments(name):
    if name == "where":
        return (x > y, x, y)
    if name in WITH:
        return (x, *WITH[name])
    try:
        getattr(numpy, name)(x)
    except TypeError:
        return (x, y)
    return (x,)


wrong = []
for name, other in TABLE.items():
    want = getattr(numpy, name)(*arguments(name))
    found = tf
    for part in other.split("."):
        found = getattr(found, part)
    ours = getattr(keras.ops, name)(*arguments(name))
    for got in (found(*arguments(name)), ours):
        if not numpy.allclose(got, want, atol=1e-5):
            wrong.append(name)
print(json.dumps(wrong))
"""


def test_the_counterparts_of_numpy_give_the_same_numbers(ask) -> None:
    table = json.dumps(facts.TENSORFLOW_COUNTERPARTS)
    assert ask(3, COUNTERPARTS.format(table=table)) == []


def test_keras_has_the_names_of_numpy(ask) -> None:
    names = json.dumps(sorted(facts.KERAS_COUNTERPARTS))
    script = "import json, keras; print(json.dumps([n for n in {} if not hasattr(keras.ops, n)]))"
    assert ask(3, script.format(names)) == []


@pytest.mark.parametrize(("name", "what"), facts.RANDOM_COUNTERPARTS.items())
def test_a_draw_takes_the_arguments_that_are_said(name: str, what: tuple) -> None:
    draw = getattr(numpy.random, name.rpartition(".")[2])
    _, parameters = what
    if parameters is None:
        assert draw(2, 3).shape == (2, 3)
    else:
        given = {"loc": 0.0, "scale": 1.0, "low": 0.0, "high": 1.0, "size": (2, 3)}
        assert draw(*(given[parameter] for parameter in parameters)).shape == (2, 3)
        assert draw(**{parameter: given[parameter] for parameter in parameters}).shape == (2, 3)


def test_draws_of_sequences_exist() -> None:
    import random

    generator = numpy.random.default_rng()
    for name in facts.SEQUENCE_DRAWS | facts.SIZES_AFTER.keys():
        assert any(hasattr(module, name) for module in (numpy.random, random, generator)), name


@pytest.mark.parametrize("name", sorted(facts.ARRAY_MAKERS))
def test_a_maker_makes_an_array(name: str) -> None:
    of_several = {"concatenate": ([[3]],), "stack": ([[3]],)}
    of_two = dict.fromkeys(("full", "linspace", "logspace"), (3, 4))
    short = name.rpartition(".")[2]
    arguments = {**of_several, **of_two}.get(short, (3,))
    assert isinstance(getattr(numpy, short)(*arguments), numpy.ndarray)
