"""Methods of `tf.Variable` on the weights of Keras 3, which LL703 reports."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest

HEAD = """\
import tensorflow as tf
import keras


"""
LAYER = """\
class Memory(keras.layers.Layer):
    def build(self, input_shape):
        self.slots = self.add_weight(name="slots", shape=(4, 2), trainable=False)
        self.plain = tf.Variable(tf.zeros((4, 2)))

    def call(self, x, training=None):
        if training:
            {statement}
        return x
"""


def edited(diagnose: Any, source: str) -> str:
    """The source with the fixes of LL703."""
    edits = {
        edit
        for diagnostic in diagnose(source, "LL703")
        if diagnostic.fix
        for edit in diagnostic.fix.edits
    }
    for edit in sorted(edits, reverse=True):
        source = source[: edit.start] + edit.text + source[edit.end :]
    return source


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "self.slots.scatter_nd_update(where, x)",
            "self.slots.assign(tf.tensor_scatter_nd_update(self.slots, where, x))",
        ),
        ("x = x + self.slots.read_value()", "x = x + tf.convert_to_tensor(self.slots)"),
        ("n = self.slots.get_shape()", "n = self.slots.shape"),
        ("self.slots.scatter_update(tf.IndexedSlices(x, where))", None),
    ],
)
def test_a_weight_has_no_methods_of_a_tf_variable(
    diagnose: Any, before: str, after: str | None
) -> None:
    source = HEAD + LAYER.format(statement=before)
    (only,) = diagnose(source, "LL703")
    assert "`self.slots` has no " in only.message
    expected = LAYER.format(statement=after or before)
    assert edited(diagnose, source) == HEAD + expected


@pytest.mark.parametrize(
    "statement",
    [
        "x = self.plain.read_value()",
        "x = x + tf.tensor_scatter_nd_update(self.slots, where, x)",
        "n = x.get_shape()",
        "self.slots.assign(x)",
        'x = self.slots.read_value() if hasattr(self.slots, "read_value") else self.slots',
    ],
)
def test_what_is_no_weight_or_is_asked_for_is_left_alone(lint: Any, statement: str) -> None:
    assert lint(HEAD + LAYER.format(statement=statement), "LL703") == []


def test_weights_of_a_built_in_base_are_those_of_keras(lint: Any) -> None:
    source = HEAD + dedent("""\
        class Normed(keras.layers.Dense):
            def call(self, x):
                return tf.matmul(x, tf.nn.l2_normalize(self.kernel.read_value()))


        class Own(keras.layers.Layer):
            def __init__(self, kernel, **kwargs):
                super().__init__(**kwargs)
                self.kernel = kernel

            def call(self, x):
                return tf.matmul(x, self.kernel.read_value())
    """)
    assert lint(source, "LL703") == [("LL703", 7)]


def test_keras_2_weights_have_them(lint: Any) -> None:
    source = HEAD + LAYER.format(statement="x = self.slots.read_value()")
    assert lint(source.replace("import keras", "import tf_keras as keras"), "LL703") == []


@pytest.mark.parametrize(
    ("value", "reported"),
    [
        ("tf.VariableAggregation.MEAN", True),
        ('"mean" if hasattr(keras, "ops") else tf.VariableAggregation.MEAN', False),
    ],
)
def test_an_aggregation_that_fits_what_is_installed_is_left_alone(
    lint: Any, value: str, reported: bool
) -> None:
    source = HEAD + dedent(f"""\
        MEAN = {value}


        class Center(keras.layers.Layer):
            def build(self, shape):
                self.mean = self.add_weight(name="mean", shape=(), aggregation=MEAN)
    """)
    assert bool(lint(source, "LL703")) == reported
