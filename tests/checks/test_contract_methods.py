"""What Keras expects of `build`, `call` and their like: LL405 to LL411 and LL413 to LL416."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest

HEAD = """\
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


"""


def lines(lint: Any, source: str, rule: str) -> list[int]:
    """The lines of `source` that the rule reports."""
    found = lint(HEAD + dedent(source), select=rule)
    return sorted({line - HEAD.count("\n") for _, line in found})


def marked(source: str) -> list[int]:
    """The lines that end in `# here`."""
    return [
        number
        for number, line in enumerate(dedent(source).splitlines(), 1)
        if line.endswith("# here")
    ]


def generations(diagnose: Any, source: str, rule: str) -> tuple[int, ...]:
    """Where the only finding holds."""
    (found,) = diagnose(HEAD + dedent(source), rule)
    return found.generations


SIGNATURES = {
    "(3,)": """\
        class Gate(layers.Layer):
            def build(self, input_shape, context=None):  # here
                self.w = self.add_weight(name="w", shape=(4,))

            def call(self, x):
                return x * self.w
        """,
    "(2,)": """\
        class Gate(layers.Layer):
            def build(self):  # here
                self.w = self.add_weight(name="w", shape=(4,))

            def call(self, x):
                return x * self.w
        """,
    "(2, 3)": """\
        class Gate(layers.Layer):
            def build(self, query_shape, value_shape):  # here
                self.w = self.add_weight(name="w", shape=(4,))

            def call(self, x, context):
                return x * self.w + context
        """,
}


@pytest.mark.parametrize(("where", "source"), SIGNATURES.items(), ids=SIGNATURES.keys())
def test_shapes_that_keras_does_not_pass_are_found(where: str, source: str, lint, diagnose):
    assert lines(lint, source, "LL405") == marked(source)
    assert str(generations(diagnose, source, "LL405")) == where


def test_several_shapes_named_like_the_inputs_are_a_matter_of_keras_2(diagnose):
    source = """\
    class Gate(layers.Layer):
        def build(self, x_shape, context_shape):
            self.w = self.add_weight(name="w", shape=(4,))

        def call(self, x, context):
            return x * self.w + context
    """
    assert generations(diagnose, source, "LL405") == (2,)


def test_a_model_that_runs_the_base_s_build_is_right_on_keras_2(diagnose):
    source = """\
    class Net(keras.Model):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.dense = layers.Dense(1)

        def build(self, input_shape):
            super().build(input_shape)

        def call(self, x):
            return self.dense(x)
    """
    assert generations(diagnose, source, "LL406") == (3,)


def test_a_class_attribute_has_no_effect_on_keras_2(diagnose):
    source = """\
    class Double(layers.Layer):
        supports_masking = True

        def call(self, x):
            return 2.0 * x
    """
    assert generations(diagnose, source, "LL409") == (2,)


def built(body: str, call: str = "return x") -> str:
    """A layer with these statements in `build`."""
    lines = "\n".join(f"        {line}" for line in dedent(body).strip().splitlines())
    return (
        "class Block(layers.Layer):\n"
        f"    def build(self, input_shape):\n{lines}\n\n"
        f"    def call(self, x):\n        {call}\n"
    )


MEMBERS = {
    "as_list": ("shape = input_shape.as_list()", "list(input_shape)"),
    "rank": ("rank = input_shape.rank", "len(input_shape)"),
    "ndims": ("rank = input_shape.ndims", "len(input_shape)"),
    "a slice": ("shape = input_shape[1:].as_list()", "list(input_shape[1:])"),
    "one of several": ("shape = input_shape[0].as_list()", "list(input_shape[0])"),
    "value": ("size = input_shape[-1].value", "input_shape[-1]"),
}


@pytest.mark.parametrize(("body", "repaired"), MEMBERS.values(), ids=MEMBERS.keys())
def test_members_of_tensorshape_are_found_and_replaced(body: str, repaired: str, diagnose):
    (found,) = diagnose(HEAD + built(body), "LL415")
    assert found.fix is not None
    assert [edit.text for edit in found.fix.edits] == [repaired]


def test_a_test_of_the_type_of_a_shape_is_not_said_to_compare_shapes(diagnose: Any) -> None:
    source = """\
import keras


class Scale(keras.layers.Layer):
    def build(self, input_shape):
        shape = input_shape[0] if type(input_shape) is list else input_shape
        self.kernel = self.add_weight(shape=(shape[-1],), name="kernel")

    def call(self, x):
        return x * self.kernel
"""
    (only,) = diagnose(source, "LL413")
    assert only.message.startswith("`type(input_shape) is list` turns out differently")


@pytest.mark.parametrize("method", ["compute_output_shape", "compute_output_spec"])
def test_the_method_that_spares_the_call_is_the_one_that_is_there(method: str, diagnose):
    source = f"""\
    class Block(layers.Layer):
        def __init__(self, **kwargs):
            super().__init__(**kwargs)
            self.dense = layers.Dense(1)

        def call(self, x):
            return self.dense(x)

        def {method}(self, x):
            return x
    """
    (found,) = diagnose(HEAD + dedent(source), "LL406")
    assert f"`{method}` spares that call" in found.message
