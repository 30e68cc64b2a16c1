"""LL110 and LL111: how `call()` calls what it holds."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

HEAD = """\
import keras


class Block(keras.layers.Layer):
    def __init__(self, inner=None, **kwargs):
        super().__init__(**kwargs)
        self.norm = keras.layers.BatchNormalization()
        self.drop = keras.layers.Dropout(0.5)
        self.dense = keras.layers.Dense(4)
        self.cell = keras.layers.LSTMCell(4)
        self.lookup = keras.layers.StringLookup()
        self.inner = inner

"""


def codes(lint: Any, methods: str) -> list[str]:
    """The codes of what is reported when the class above has `methods`."""
    body = "".join(
        f"    {line}" if line.strip() else line for line in dedent(methods).splitlines(True)
    )
    return [code for code, _ in lint(HEAD + body, select=["LL110", "LL111"])]


def test_a_constant_true_is_reported(lint: Any) -> None:
    methods = """\
        def call(self, x, training=None):
            return self.drop(self.norm(x, training=True), training=True)
        """
    assert codes(lint, methods) == ["LL110", "LL110"]


def test_a_constant_true_under_the_guard_is_fine(lint: Any) -> None:
    methods = """\
        def call(self, x, training=None):
            if training:
                x = self.norm(x, training=True)
            return x
        """
    assert codes(lint, methods) == []


def test_a_constant_false_freezes_on_purpose(lint: Any) -> None:
    methods = """\
        def call(self, x, training=None):
            return self.norm(x, training=False)
        """
    assert codes(lint, methods) == []


def test_a_constant_true_is_fine_where_the_layer_does_not_care(lint: Any) -> None:
    methods = """\
        def call(self, x, training=None):
            return self.dense(x, training=True)
        """
    assert codes(lint, methods) == []


def test_documented_monte_carlo_dropout_is_left_alone(lint: Any) -> None:
    methods = '''\
        def call(self, x, training=None):
            """Dropout stays on also at inference, to estimate uncertainty."""
            return self.drop(x, training=True)
        '''
    assert codes(lint, methods) == []


def test_a_comment_speaks_for_the_lines_below_it(lint: Any) -> None:
    methods = """\
        def call(self, x, training=None):
            # apply dropout both training/inference
            x = self.drop(x, training=True)
            y = self.drop(x, training=True)
            return x + y
        """
    assert codes(lint, methods) == []


def test_a_literal_none_beats_the_mode_on_keras_3(lint: Any) -> None:
    methods = """\
        def call(self, x, training=None):
            return self.drop(x, training=None)
        """
    assert codes(lint, methods) == ["LL110"]
    assert (
        lint(
            HEAD.replace("import keras", "import tf_keras as keras")
            + "    def call(self, x):\n        return self.drop(x, training=None)\n",
            select="LL110",
        )
        == []
    )


def test_running_the_call_method_of_a_layer_is_reported(lint: Any) -> None:
    methods = """\
        def call(self, x, training=None):
            return self.drop.call(self.dense.call(x))
        """
    assert codes(lint, methods) == ["LL111", "LL111"]


def test_a_bypass_that_hands_the_flag_over_is_left_alone(lint: Any) -> None:
    methods = """\
        def call(self, x, training=None):
            return self.drop.call(x, training=training)
        """
    assert codes(lint, methods) == []


def test_what_may_be_no_layer_is_left_alone(lint: Any) -> None:
    methods = """\
        def call(self, x, training=None):
            return self.inner.call(x)
        """
    assert codes(lint, methods) == []


def test_the_call_of_the_base_a_cell_or_a_lookup_is_left_alone(lint: Any) -> None:
    methods = """\
        def call(self, x, states=None):
            y, states = self.cell.call(self.lookup.call(x), states)
            return super().call(y)
        """
    assert codes(lint, methods) == []
