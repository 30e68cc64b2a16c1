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


MADE = """
class Biased(layers.Layer):
    def build(self, input_shape):
        self.kernel = self.add_weight({kernel}, shape=(4, 3))

    def call(self, x):
        return x @ self.kernel


def model(size):
    inputs = layers.Input((size,))
    x = {first}(inputs)
    x = tf.nn.relu(layers.Dense(3)(x))
    return tf.keras.Model(inputs, layers.Dense(3, name="a/b")(x))
"""


def test_what_a_function_does_behind_a_dead_class_does_not_happen(lint):
    assert codes(lint, MADE.format(kernel='"kernel"', first="Biased()")) == ["LL704"]
    assert codes(lint, MADE.format(kernel='name="kernel"', first="Biased()")) == ["LL309", "LL425"]
    source = MADE.format(kernel='"kernel"', first="layers.Dense(2)")
    assert codes(lint, source) == ["LL309", "LL425", "LL704"]


def test_what_is_behind_a_branch_with_a_dead_class_may_happen(lint):
    source = MADE.format(kernel='"kernel"', first="(Biased() if size > 3 else layers.Dense(2))")
    assert codes(lint, source) == ["LL309", "LL425", "LL704"]


NAMED = """
class Named(layers.Layer):
    def build(self, input_shape):
        self.kernel = self.add_weight({kernel}, shape=(4, 3))
        self.first = layers.Dense(3, name="a/b")
        self.second = layers.Dense(3, name="c/d")

    def call(self, x):
        return self.second(self.first(x)) @ self.kernel
"""


def test_what_raises_itself_is_said_wherever_code_is_moved_already(lint):
    found = lint(HEAD + NAMED.format(kernel='name="kernel"'))
    assert [code for code, _ in found if code == "LL425"] == ["LL425", "LL425"]
    assert "LL425" not in codes(lint, NAMED.format(kernel='"kernel"'))
