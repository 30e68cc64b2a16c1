"""Methods of `tf.Variable` on the weights of Keras 3, which LL703 reports."""

from __future__ import annotations

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
    ("call", "named"),
    [
        ('add_weight("w", (4,))', 'add_weight(name="w", shape=(4,))'),
        ('add_weight("w", shape=(4,))', 'add_weight(name="w", shape=(4,))'),
        ('add_variable("w", (4,))', 'add_weight(name="w", shape=(4,))'),
        ('add_variable("w", shape=(4,))', 'add_weight(name="w", shape=(4,))'),
    ],
)
def test_a_name_in_the_place_of_the_shape(diagnose: Any, call: str, named: str) -> None:
    source = f"""\
import keras


class Gain(keras.layers.Layer):
    def build(self, input_shape):
        self.w = self.{call}

    def call(self, x):
        return x * self.w
"""
    (found,) = diagnose(source, "LL704")
    assert found.message.endswith("not the name: building the layer raises")
    assert found.fix is not None
    for edit in sorted(found.fix.edits, reverse=True):
        source = source[: edit.start] + edit.text + source[edit.end :]
    assert f"self.w = self.{named}\n" in source
