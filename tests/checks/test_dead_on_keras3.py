"""Of a class that raises on Keras 3 before it does anything, only the migration rules speak."""

from __future__ import annotations

HEAD = """
import tensorflow as tf
from tensorflow.keras import layers


"""
BIASED = """
class Biased(layers.Layer):
    def build(self, input_shape):
        {kernel}
        self.bias = tf.Variable(tf.zeros((3,)))

    def call(self, x):
        return x @ self.kernel + self.bias
"""


def codes(lint, source):
    return sorted({code for code, _ in lint(HEAD + source)})


def test_what_build_would_leave_untracked_does_not_matter_where_it_raises(lint):
    by_position = 'self.kernel = self.add_weight("kernel", shape=(4, 3))'
    assert codes(lint, BIASED.format(kernel=by_position)) == ["LL704"]
    by_name = 'self.kernel = self.add_weight(name="kernel", shape=(4, 3))'
    assert codes(lint, BIASED.format(kernel=by_name)) == ["LL201"]


def test_what_raises_in_a_method_that_nothing_runs_keeps_no_class_from_living(lint):
    source = BIASED.format(kernel='self.kernel = self.add_weight(name="kernel", shape=(4, 3))')
    unused = "\n    def report(self):\n        return self.updates\n"
    assert codes(lint, source + unused) == ["LL201", "LL703"]


def test_a_helper_that_build_runs_counts(lint):
    source = BIASED.format(kernel="self._make()")
    helper = '\n    def _make(self):\n        self.kernel = self.add_weight("k", shape=(4, 3))\n'
    assert codes(lint, source + helper) == ["LL704"]


CHAIN = """
class Chain(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.children = []

    def add(self, layer):
        layer._name = self.name + {name}
        self.children.append(layer)

    def call(self, x):
        for child in self.children:
            x = child(x)
        return x


class Part(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.drop = layers.Dropout(0.5)

    def call(self, x, training=None):
        return self.drop(x, training=None)


def part():
    return Part()


class Whole(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.chain = Chain()
        for _ in range(3):
            self.chain.add(part())

    def call(self, x):
        return self.chain(x)
"""


def test_a_part_that_only_a_dead_class_makes_is_dead_too(lint):
    assert codes(lint, CHAIN.format(name="layer._name")) == []
    assert codes(lint, CHAIN.format(name="layer.name")) == ["LL110"]


def test_a_part_that_somebody_else_makes_lives(lint):
    assert codes(lint, CHAIN.format(name="layer._name") + "\nALONE = Part()\n") == ["LL110"]


def test_what_is_true_on_keras_2_as_well_is_said_for_keras_2(diagnose):
    source = """
class Counting(layers.Layer):
    def build(self, input_shape):
        self.seen = self.add_weight("seen", shape=(), trainable=False)

    def call(self, x):
        self.seen.assign_add(tf.reduce_sum(x))
        return x
"""
    found = {one.code: one.generations for one in diagnose(HEAD + source, select=["LL102"])}
    assert found == {"LL102": (2,)}
