"""What the fixes of LL101 to LL111 make of code that is not as plain as the examples."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent, indent
from typing import Any

import pytest

HEAD = """\
import keras
import tensorflow as tf


class Layer(keras.layers.Layer):
    def build(self, shape):
        self.mean = self.add_weight(name="mean", shape=(), trainable=False)
        self.var = self.add_weight(name="var", shape=(), trainable=False)

"""


@pytest.fixture
def fixed(run: Any, tmp_path: Path) -> Any:
    """Runs the fix of a rule on methods of the class above and returns the methods then."""

    def fix(code: str, methods: str, *, unsafe: bool = False, head: str = HEAD) -> str:
        path = tmp_path / "layer.py"
        path.write_text(head + indent(dedent(methods), "    "), encoding="utf-8")
        flags = ["--unsafe-fixes"] if unsafe else []
        finished = run("check", "--isolated", "--fix", *flags, "--select", code, "layer.py")
        assert finished.returncode in (0, 1), finished.stderr
        return dedent(path.read_text(encoding="utf-8").removeprefix(head))

    return fix


def test_what_each_round_of_a_loop_reads_is_not_guarded_without_asking(fixed: Any) -> None:
    methods = """\
        def call(self, x):
            for _ in range(3):
                share = tf.nn.softmax(self.mean)
                self.mean.assign_add(tf.reduce_sum(share * x))
            return x * share
        """
    assert fixed("LL102", methods) == dedent(methods)
    assert "if training:" in fixed("LL102", methods, unsafe=True)


def test_adjacent_writes_get_one_guard_and_keep_their_comments(fixed: Any) -> None:
    methods = """\
        def call(self, x):
            mean = tf.reduce_mean(x)
            self.mean.assign(0.9 * self.mean + 0.1 * mean)  # slowly
            # the spread follows
            self.var.assign(
                0.9 * self.var
                + 0.1 * tf.reduce_mean((x - mean) ** 2)
            )
            return x - self.mean
        """
    assert fixed("LL102", methods) == dedent("""\
        def call(self, x, training=None):
            mean = tf.reduce_mean(x)
            if training:
                self.mean.assign(0.9 * self.mean + 0.1 * mean)  # slowly
                # the spread follows
                self.var.assign(
                    0.9 * self.var
                    + 0.1 * tf.reduce_mean((x - mean) ** 2)
                )
            return x - self.mean
        """)


def test_writes_apart_get_a_guard_each(fixed: Any) -> None:
    methods = """\
        def call(self, x, training=None):
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
            y = x - self.mean
            self.var.assign(0.9 * self.var + 0.1 * tf.reduce_mean(y**2))
            return y
        """
    assert fixed("LL102", methods).count("if training:") == 2


def test_calls_of_a_helper_that_writes_are_guarded_where_they_stand(fixed: Any) -> None:
    methods = """\
        def call(self, x, training=None):
            self._push(self.mean, tf.reduce_mean(x))
            self._push(self.var, tf.math.reduce_variance(x))
            return x

        def _push(self, slot, value):
            slot.assign(0.9 * slot + 0.1 * value)
        """
    assert fixed("LL102", methods) == dedent(methods)
    assert fixed("LL102", methods, unsafe=True) == dedent("""\
        def call(self, x, training=None):
            if training:
                self._push(self.mean, tf.reduce_mean(x))
                self._push(self.var, tf.math.reduce_variance(x))
            return x

        def _push(self, slot, value):
            slot.assign(0.9 * slot + 0.1 * value)
        """)


def test_a_helper_whose_result_is_used_is_told_the_mode(fixed: Any) -> None:
    methods = """\
        def call(self, x):
            return x - self._updated(x)

        def _updated(self, x):
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
            return self.mean
        """
    assert fixed("LL102", methods, unsafe=True) == dedent("""\
        def call(self, x, training=None):
            return x - self._updated(x, training=training)

        def _updated(self, x, training=None):
            if training:
                self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
            return self.mean
        """)


def test_a_write_whose_result_is_used_is_not_fixed(fixed: Any) -> None:
    methods = """\
        def call(self, x, training=None):
            return x - self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
        """
    assert fixed("LL102", methods, unsafe=True) == dedent(methods)


def test_nothing_is_guarded_by_a_local_that_happens_to_be_called_training(fixed: Any) -> None:
    methods = """\
        def call(self, x):
            training = self.rows
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
            return x + training
        """
    assert fixed("LL102", methods, unsafe=True) == dedent(methods)


def test_the_parameter_goes_before_kwargs_and_behind_args(fixed: Any) -> None:
    head = HEAD.replace("keras.layers.Layer", "keras.Model").replace(
        "        self.var", "        self.drop = keras.layers.Dropout(0.5)\n        self.var"
    )
    body = "\n    return self.drop(x)\n"
    for before, after in {
        "x, mask=None": "x, mask=None, training=None",
        "x, **options": "x, training=None, **options",
        "x, *, mask=None": "x, training=None, *, mask=None",
        "x, *more": "x, *more, training=None",
        "x, *more, mask=None": "x, *more, training=None, mask=None",
    }.items():
        found = fixed("LL101", f"def call(self, {before}):{body}", head=head)
        assert found == f"def call(self, {after}):{body}", before


def test_a_parameter_on_a_line_of_its_own_stays_so(fixed: Any) -> None:
    methods = """\
        def call(
            self,
            x,
        ):
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
            return x
        """
    assert fixed("LL102", methods).startswith(
        dedent("""\
        def call(
            self,
            x,
            training=None,
        ):
            if training:
        """)
    )


def test_noise_that_makes_a_new_name_becomes_conditional(fixed: Any) -> None:
    methods = """\
        def call(self, x):
            y = x + tf.random.normal(tf.shape(x))
            return tf.nn.dropout(y, rate=0.5)
        """
    assert fixed("LL103", methods, unsafe=True) == dedent("""\
        def call(self, x, training=None):
            y = x + tf.random.normal(tf.shape(x)) if training else x
            return tf.nn.dropout(y, rate=0.5) if training else y
        """)


def test_noise_is_not_guarded_where_nothing_says_what_is_left_without_it(fixed: Any) -> None:
    methods = """\
        def call(self, x):
            noise = tf.random.normal(tf.shape(x))
            return tf.nn.relu(x + noise)
        """
    assert fixed("LL103", methods, unsafe=True) == dedent(methods)


def test_a_guard_with_other_statements_in_it_is_not_turned_round(fixed: Any) -> None:
    methods = """\
        def call(self, x, training=None):
            if not training:
                self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
                x = tf.identity(x)
            return x
        """
    assert fixed("LL104", methods, unsafe=True) == dedent(methods)


def test_a_comparison_is_replaced_within_its_condition(fixed: Any) -> None:
    methods = """\
        def call(self, x, training=None):
            if training is not None and self.active:
                self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
            return x
        """
    assert "if training and self.active:" in fixed("LL105", methods)


def test_a_branch_that_does_more_than_write_is_fixed_only_on_demand(fixed: Any) -> None:
    methods = """\
        def call(self, x, training=None):
            if training is not None:
                self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x))
                x = x - self.mean
            return x
        """
    assert fixed("LL105", methods) == dedent(methods)
    assert "if training:" in fixed("LL105", methods, unsafe=True)


def test_an_annotated_parameter_gets_its_default_in_style(fixed: Any) -> None:
    methods = """\
        def call(self, x, training: bool):
            return x * 2 if training else x
        """
    assert "training: bool = None)" in fixed("LL107", methods)


def test_no_default_is_given_before_a_parameter_without_one(fixed: Any) -> None:
    methods = """\
        def call(self, x, training, scale):
            return x * scale if training else x
        """
    assert fixed("LL107", methods, unsafe=True) == dedent(methods)


def test_a_renamed_flag_is_renamed_wherever_it_is_used(fixed: Any) -> None:
    methods = """\
        def call(self, x, is_training=None):
            def disturb():
                return x if not is_training else x * 2

            return disturb() if is_training else self.rest(x, is_training=is_training)
        """
    assert fixed("LL108", methods, unsafe=True) == dedent("""\
        def call(self, x, training=None):
            def disturb():
                return x if not training else x * 2

            return disturb() if training else self.rest(x, is_training=training)
        """)


NAMED = """\
import keras


class Net(keras.Model):
    def call(self, x, is_training=None):
        return keras.ops.relu(x) if is_training else x
"""


def test_a_flag_that_callers_pass_by_its_name_keeps_it(diagnose: Any) -> None:
    script = "from layer import Net\n\nscores = Net()(features, is_training=False)\n"
    (found,) = diagnose(NAMED, "LL108", script=script)
    assert found.fix is None


def test_an_application_whose_programs_pass_it_by_its_name_has_it_told(
    diagnose: Any, tmp_path: Path
) -> None:
    (tmp_path / ".git").mkdir()
    script = "from layer import Net\n\nscores = Net()(features, is_training=False)\n"
    assert diagnose(NAMED, "LL108", script=script) == []
    assert len(diagnose(NAMED, "LL108", script=script.replace(", is_training=False", ""))) == 1


def test_each_read_of_the_flag_in_kwargs_becomes_the_parameter(fixed: Any) -> None:
    methods = """\
        def call(self, x, **kwargs):
            if kwargs.get("training", False):
                x = x * 2
            return self.rest(x, training=kwargs["training"])
        """
    assert fixed("LL109", methods) == dedent("""\
        def call(self, x, training=None, **kwargs):
            if training:
                x = x * 2
            return self.rest(x, training=training)
        """)


def test_kwargs_that_are_passed_on_make_the_fix_unsafe(fixed: Any) -> None:
    methods = """\
        def call(self, x, **kwargs):
            if kwargs.get("training"):
                x = x * 2
            return self.rest(x, **kwargs)
        """
    assert fixed("LL109", methods) == dedent(methods)
    assert "training=None, **kwargs" in fixed("LL109", methods, unsafe=True)


def test_a_wrapper_may_bypass_its_layer_on_purpose(fixed: Any) -> None:
    head = """\
import keras


class Frozen(keras.layers.Wrapper):
    def __init__(self):
        super().__init__(keras.layers.Dense(4))
        self.drop = keras.layers.Dropout(0.5)

"""
    methods = """\
        def call(self, x):
            return self.drop.call(x)
        """
    assert fixed("LL111", methods, head=head) == dedent(methods)
    assert "self.drop(x)" in fixed("LL111", methods, unsafe=True, head=head)


def test_a_flag_of_another_name_gets_no_second_one_that_nothing_asks(diagnose: Any) -> None:
    head = """\
import keras
import tensorflow as tf


class Layer(keras.layers.Layer):
    def call(self, x, Training=True):
        if Training:
            x = tf.nn.dropout(x, rate=0.5)
        return x
"""
    (found,) = diagnose(head, "LL101")
    assert found.fix is None


@pytest.mark.parametrize(
    ("after", "safety"),
    [
        ("return x * self.mean", "unsafe"),
        ("return x", "safe"),
        ("self.var.assign_add(tf.reduce_sum(x))\n    return x", "safe"),
    ],
)
def test_what_call_goes_on_with_is_not_guarded_safely(
    diagnose: Any, after: str, safety: str
) -> None:
    body = f"def call(self, x):\n    self.mean.assign(tf.reduce_mean(x))\n    {after}\n"
    found = diagnose(HEAD + indent(body, "    "), "LL102")
    assert found[0].fix.applicability == safety


@pytest.mark.parametrize(
    ("body", "safety"),
    [
        ("return tf.nn.softmax(x + 1e9 * tf.cast(x > 0, x.dtype))", "safe"),
        ("s = x - 1e9 * tf.cast(x > 0, x.dtype)\n    return tf.nn.softmax(s)", "safe"),
        ("x -= 1e9 * tf.cast(x > 0, x.dtype)\n    return tf.nn.softmax(x)", "safe"),
        ("x -= 1e9 * tf.cast(x > 0, x.dtype)\n    return tf.nn.softmax(x), x", "unsafe"),
        ("return tf.reduce_max(x - 1e9 * tf.cast(x > 0, x.dtype))", "unsafe"),
        ("return x - 1e9 * tf.cast(x > 0, x.dtype)", "unsafe"),
    ],
)
def test_another_big_number_is_the_same_to_a_softmax_alone(
    diagnose: Any, body: str, safety: str
) -> None:
    (found,) = diagnose(HEAD + indent(f"def call(self, x):\n    {body}\n", "    "), "LL310")
    assert found.fix.applicability == safety
