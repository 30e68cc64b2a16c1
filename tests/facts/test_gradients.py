"""The installed libraries pass no gradient where the table says so."""

from __future__ import annotations

import pytest

from layerlint.facts.gradients import FLOAT_CUTS, MOVES, TO_FLOATS, WHOLE_CUTS, gradient_function

tf = pytest.importorskip("tensorflow")
keras = pytest.importorskip("keras")

_PAIRS = frozenset({"equal", "greater", "greater_equal", "less", "less_equal", "not_equal"})
_TRUTHS = frozenset({"logical_and", "logical_not", "logical_or"})


def functions(name):
    """The functions of that name in TensorFlow and in Keras."""
    spaces = (tf, tf.math, keras.ops)
    return [getattr(space, name) for space in spaces if hasattr(space, name)]


@pytest.mark.parametrize("name", sorted(FLOAT_CUTS))
def test_no_gradient_passes_what_keeps_floats(name):
    found = functions(name)
    assert found
    for function in found:
        x = tf.Variable([0.3, 1.7])
        with tf.GradientTape() as tape:
            total = tf.reduce_sum(function(x))
        gradient = tape.gradient(total, x)
        assert gradient is None or float(tf.reduce_sum(tf.abs(gradient))) == 0.0


@pytest.mark.parametrize("name", sorted(WHOLE_CUTS - _TRUTHS))
def test_what_gives_integers_or_truths_gives_no_floats(name):
    found = functions(name)
    assert found
    for function in found:
        x = tf.constant([0.3, 1.7])
        result = function(x, x) if name in _PAIRS or name == "searchsorted" else function(x)
        assert not result.dtype.is_floating


_MORE = {
    "boolean_mask": [[True, False]],
    "cast": ["float32"],
    "expand_dims": [0],
    "gather": [[1]],
    "gather_nd": [[[1]]],
    "reshape": [(2, 1)],
    "take": [[1]],
}


@pytest.mark.parametrize("name", sorted(MOVES))
def test_a_gradient_passes_what_moves_numbers(name):
    found = functions(name)
    assert found
    for function in found:
        x = tf.Variable([0.3, 1.7])
        with tf.GradientTape() as tape:
            given = [[x, x]] if name in ("concat", "concatenate", "stack") else [x]
            axis = [0] if name == "concat" else []
            total = tf.reduce_sum(function(*given, *axis, *_MORE.get(name, [])))
        assert float(tf.reduce_sum(tf.convert_to_tensor(tape.gradient(total, x)))) > 0.0


@pytest.mark.parametrize("name", sorted(_TRUTHS | TO_FLOATS - {"embedding_lookup"}))
def test_the_other_functions_are_there(name):
    assert functions(name)


@pytest.mark.parametrize(
    ("dotted", "last"),
    [
        ("tensorflow.math.round", "round"),
        ("keras.ops.argmax", "argmax"),
        ("tensorflow.keras.backend.round", "round"),
        ("numpy.round", None),
        ("builtins.round", None),
        (None, None),
    ],
)
def test_a_function_is_known_by_its_last_name(dotted, last):
    assert gradient_function(dotted) == last
