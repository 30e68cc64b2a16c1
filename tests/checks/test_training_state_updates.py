"""LL102, LL104 and LL105: which writes to state are reported, and which are left alone."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest

LAYER = """\
import tensorflow as tf
from tensorflow import keras


class Average(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(shape[-1],), trainable=False)
        self.count = self.add_weight(name="count", shape=(), trainable=False)
        self.inner = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)

"""


def lines(lint: Any, methods: str, *select: str) -> list[int]:
    """The lines of `methods` (from 1) that the selected rules report, put into the layer above."""
    source = LAYER + "".join(
        f"    {line}" if line.strip() else line for line in dedent(methods).splitlines(True)
    )
    return [line - LAYER.count("\n") for _, line in lint(source, select=list(select))]


UNGUARDED = {
    "no parameter at all": """\
        def call(self, x):
            self.mean.assign(tf.reduce_mean(x, 0) + self.mean)  # here
            return x
        """,
    "before the guard": """\
        def call(self, x, training=None):
            self.mean.assign(tf.reduce_mean(x, 0) + self.mean)  # here
            if not training:
                return x
            return x - self.mean
        """,
    "in a branch about something else": """\
        def call(self, x, training=None):
            if self.momentum > 0:
                self.mean.assign_add(tf.reduce_mean(x, 0))  # here
            return x
        """,
    "in a helper": """\
        def call(self, x, training=None):
            self._update(x)
            return x

        def _update(self, x):
            self.mean.assign_sub(0.1 * (self.mean - tf.reduce_mean(x, 0)))  # here
        """,
    "in both branches of tf.cond": """\
        def call(self, x, training=None):
            def update():
                return self.mean.assign(tf.reduce_mean(x, 0) + self.mean)  # here
            return tf.cond(tf.reduce_sum(x) > 0, update, lambda: self.mean)
        """,
    "through an alias": """\
        def call(self, x, training=None):
            mean = self.mean
            mean.assign(mean + tf.reduce_mean(x, 0))  # here
            return x
        """,
    "a weight of a sublayer": """\
        def call(self, x, training=None):
            self.inner.moving_mean.assign(tf.reduce_mean(x, 0))  # here
            return self.inner(x)
        """,
    "in a disjunction": """\
        def call(self, x, training=None):
            if training or self.always:
                self.mean.assign(tf.reduce_mean(x, 0) + self.mean)  # here
            return x
        """,
    "where the flag is compared with the wrong thing": """\
        def call(self, x, training=None):
            if training != True:
                x = -x
            self.mean.assign(tf.reduce_mean(x, 0) + self.mean)  # here
            return x
        """,
    "in a loop over pairs": """\
        def call(self, x, training=None):
            for weight, new in ((self.mean, tf.reduce_mean(x, 0)), (self.count, 1.0)):
                weight.assign(0.9 * weight + 0.1 * new)  # here
            return x
        """,
    "with the function of the backend": """\
        def call(self, x, training=None):
            keras.backend.update(self.mean, tf.reduce_mean(x, 0) + self.mean)  # here
            return x
        """,
}


@pytest.mark.parametrize("methods", UNGUARDED.values(), ids=UNGUARDED)
def test_reports_a_write_that_inference_reaches(lint: Any, methods: str) -> None:
    here = [n for n, line in enumerate(methods.splitlines(), 1) if "# here" in line]
    assert lines(lint, methods, "LL102") == here


GUARDED = {
    "if training": """\
        def call(self, x, training=None):
            if training:
                self.mean.assign(tf.reduce_mean(x, 0))
            return x
        """,
    "training and": """\
        def call(self, x, training=None):
            if training and self.trainable:
                self.mean.assign(tf.reduce_mean(x, 0) + self.mean)
            return x
        """,
    "early return": """\
        def call(self, x, training=None):
            if training in (None, False):
                return x
            self.mean.assign(tf.reduce_mean(x, 0) + self.mean)
            return x
        """,
    "the helper is called under the guard": """\
        def call(self, x, training=None):
            if training:
                self._update(x)
            return x

        def _update(self, x):
            self.mean.assign(tf.reduce_mean(x, 0) + self.mean)
        """,
    "the flag resolved first": """\
        def call(self, x, training=None):
            training = keras.backend.learning_phase() if training is None else training
            if training:
                self.mean.assign(tf.reduce_mean(x, 0) + self.mean)
            return x
        """,
    "the value is masked": """\
        def call(self, x, training=None):
            momentum = 0.9 if training else 1.0
            self.mean.assign(self.mean * momentum + tf.reduce_mean(x, 0) * (1.0 - momentum))
            return x
        """,
    "nothing is added": """\
        def call(self, x, training=None):
            self.count.assign_add(1.0 if training else 0.0)
            return x * self.count
        """,
    "not on the path of call": """\
        def call(self, x, training=None):
            return x - self.mean

        def adapt(self, data):
            self.mean.assign(tf.reduce_mean(data, 0) + self.mean)

        def reset_state(self):
            self.mean.assign(tf.zeros_like(self.mean))
        """,
    "a function that returns a new tensor": """\
        def call(self, x, training=None):
            return keras.ops.scatter_update(x, [[0]], tf.reduce_mean(x, 0))
        """,
    "a tensor of the call": """\
        def call(self, x, training=None):
            total = tf.Variable(0.0)
            total.assign_add(tf.reduce_sum(x))
            return total
        """,
    "smart_cond": """\
        def call(self, x, training=None):
            smart_cond(
                training, lambda: self.mean.assign(tf.reduce_mean(x, 0) + self.mean), lambda: None
            )
            return x
        """,
    "the flag in **kwargs": """\
        def call(self, x, **kwargs):
            if kwargs.get("training"):
                self.mean.assign(tf.reduce_mean(x, 0) + self.mean)
            return x
        """,
}


@pytest.mark.parametrize("methods", GUARDED.values(), ids=GUARDED)
def test_leaves_guarded_writes_alone(lint: Any, methods: str) -> None:
    assert lines(lint, methods, "LL102", "LL104", "LL105") == []


BY_DESIGN = {
    "a stateful switch": """\
        def call(self, x):
            if self.stateful:
                self.mean.assign(x[-1])
            return x
        """,
    "one-time initialisation": """\
        def call(self, x):
            if not self.initialized:
                self.mean.assign(tf.reduce_mean(x, 0))
                self.initialized = True
            return x - self.mean
        """,
    "a metric": """\
        def call(self, y_true, y_pred):
            self.mean.assign_add(tf.reduce_mean(y_true - y_pred, 0))
            return self.mean
        """,
    "a value that is put back": """\
        def call(self, x):
            before = tf.identity(self.mean)
            self.mean.assign(tf.reduce_mean(x, 0))
            y = x - self.mean
            self.mean.assign(before)
            return y
        """,
    "state of a sequence": """\
        def call(self, x):
            y = 0.5 * self.mean + 0.5 * x
            self.mean.assign(y)
            return y

        def reset_state(self):
            self.mean.assign(tf.zeros_like(self.mean))
        """,
    "a running total that is the output": """\
        def call(self, x):
            self.mean.assign_add(tf.reduce_sum(x, 0))
            return self.mean
        """,
    "a comment that says so": """\
        def call(self, x):
            # Always update, also in inference: the sensor drifts.
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x, 0))
            return x - self.mean
        """,
}


@pytest.mark.parametrize("methods", BY_DESIGN.values(), ids=BY_DESIGN)
def test_leaves_state_that_belongs_to_inference_alone(lint: Any, methods: str) -> None:
    assert lines(lint, methods, "LL102", "LL104", "LL105") == []


def test_an_inherited_call_is_reported_once_where_it_is_written(lint: Any) -> None:
    source = (
        LAYER
        + """\
    def call(self, x):
        self.mean.assign(tf.reduce_mean(x, 0) + self.mean)
        return x


class Other(Average):
    pass
"""
    )
    assert len(lint(source, select="LL102")) == 1


def test_a_helper_of_a_base_without_call_is_reported_for_the_class_that_calls_it(lint: Any) -> None:
    methods = """\
        def _push(self, x):
            self.mean.assign(tf.reduce_mean(x, 0) + self.mean)  # here
    """
    other = """

class Whiten(Average):
    def call(self, x, training=None):
        self._push(x)
        return x
"""
    source = LAYER + "".join(f"    {line}" for line in dedent(methods).splitlines(True)) + other
    here = next(n for n, line in enumerate(source.splitlines(), 1) if "# here" in line)
    assert lint(source, select="LL102") == [("LL102", here)]


def test_a_layer_that_a_test_defines_is_left_alone(lint: Any) -> None:
    source = (
        LAYER + "    def call(self, x):\n        self.count.assign_add(2.0)\n        return x\n"
    )
    assert lint("", select="LL102", layer_test=source) == []


INVERTED = {
    "noise": """\
        def call(self, x, training=None):
            return x if training else tf.nn.dropout(x, 0.5)  # here
        """,
    "dropout that never drops": """\
        def call(self, x, training=None):
            if not training:
                x = self.drop(x)  # here
            return x
        """,
    "if not training": """\
        def call(self, x, training=None):
            if not training:
                self.mean.assign(tf.reduce_mean(x, 0) + self.mean)  # here
            return x
        """,
    "the wrong branch of a conditional expression": """\
        def call(self, x, training=None):
            return x if training else x - self.mean.assign(tf.reduce_mean(x, 0))  # here
        """,
    "after an early return": """\
        def call(self, x, training=None):
            if training:
                return x
            self.mean.assign(tf.reduce_mean(x, 0) + self.mean)  # here
            return x
        """,
    "a sublayer in training mode": """\
        def call(self, x, training=None):
            if not training:
                x = self.inner(x, training=not training)  # here
            return x
        """,
}


@pytest.mark.parametrize("methods", INVERTED.values(), ids=INVERTED)
def test_reports_a_guard_that_is_the_wrong_way_round(lint: Any, methods: str) -> None:
    here = [n for n, line in enumerate(methods.splitlines(), 1) if "# here" in line]
    assert lines(lint, methods, "LL104") == here


def test_a_layer_that_only_inference_needs_is_not_inverted(lint: Any) -> None:
    methods = """\
        def call(self, x, training=None):
            if not training:
                x = self.inner(x)
            return x
        """
    assert lines(lint, methods, "LL104") == []


def test_a_cache_that_is_filled_in_inference_is_not_inverted(lint: Any) -> None:
    methods = """\
        def call(self, x, training=None):
            if not training:
                self.cache.assign(tf.concat([self.cache[1:], x], 0))
            return x

        def reset_cache(self):
            self.cache.assign(tf.zeros_like(self.cache))
        """
    assert lines(lint, methods, "LL104") == []


UNSET = {
    "is not False": """\
        def call(self, x, training=None):
            if training is not False:
                self.mean.assign(tf.reduce_mean(x, 0) + self.mean)  # here
            return x
        """,
    "is not None": """\
        def call(self, x, training=None):
            if training is not None:
                self.mean.assign(tf.reduce_mean(x, 0) + self.mean)  # here
            return x
        """,
    "None counted as training": """\
        def call(self, x, training=None):
            if training is None:
                training = True
            if training:
                self.mean.assign(tf.reduce_mean(x, 0) + self.mean)  # here
            return x
        """,
}


@pytest.mark.parametrize("methods", UNSET.values(), ids=UNSET)
def test_reports_a_test_that_confuses_none_and_false(lint: Any, methods: str) -> None:
    here = [n for n, line in enumerate(methods.splitlines(), 1) if "# here" in line]
    assert lines(lint, methods, "LL102", "LL105") == here


def test_a_default_of_true_is_not_reported_for_its_writes(lint: Any) -> None:
    methods = """\
        def call(self, x, training=True):
            if training:
                self.mean.assign(tf.reduce_mean(x, 0) + self.mean)
            return x
        """
    assert lines(lint, methods, "LL105") == []
