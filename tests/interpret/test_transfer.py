"""The transfer functions: what a test on the flag comes out as in each of the three worlds.

T, I and U stand for the worlds in which the guarded write can run; a small letter for one in which
nothing may be claimed, because the flag was used in a way that could not be followed.
"""

from __future__ import annotations

import pytest

TESTS = [
    ("training", "T"),
    ("not training", "IU"),
    ("training is None", "U"),
    ("training is not None", "TI"),
    ("training is True", "T"),
    ("training is not True", "IU"),
    ("training is False", "I"),
    ("training is not False", "TU"),
    ("training == True", "T"),
    ("training == False", "I"),
    ("training != True", "IU"),
    ("training == 1", "T"),
    ("training in (True, 1)", "T"),
    ("training in {0, False}", "I"),
    ("training not in (None, False)", "T"),
    ("bool(training)", "T"),
    ("int(bool(training)) == 1", "T"),
    ("isinstance(training, bool)", "TI"),
    ("training and self.trainable", "T"),
    ("self.trainable and training", "T"),
    ("training or self.always", "TIU"),
    ("not (training or self.always)", "IU"),
    ("self.unrelated", "TIU"),
    ("not self.unrelated", "TIU"),
    ("x.shape[0] > 1", "TIU"),
    ("False", ""),
    ("True", "TIU"),
    ("(training if self.a else False)", "T"),
    ("(False if training is None else training)", "T"),
    ("(True if training is None else training)", "TU"),
    ("tf.cast(training, tf.bool)", "T"),
    ("tf.logical_and(training, self.enabled)", "T"),
    ("tf.logical_or(training, self.enabled)", "TIU"),
    ("tf.logical_not(training)", "IU"),
    ("tf.equal(training, True)", "T"),
    ("tf.constant(training)", "T"),
    ("sc.smart_constant_value(training)", "T"),
    ("K.learning_phase()", "T"),
    ("not K.learning_phase()", "IU"),
    ("K.learning_phase() == 1", "T"),
    ("mystery(training)", "tiu"),
    ("self.mystery(training)", "tiu"),
    ("self.is_training", "tiu"),
    ("self.cell.mystery(training)", "tiu"),
    ("(flag := training)", "T"),
    ("(lambda t: not t)(training)", "IU"),
    ("getattr(self, 'a') and training", "T"),
    ("(training, 1)[0]", "T"),
    ("training and training is not None and not self.frozen", "T"),
]


@pytest.mark.parametrize(("test", "expected"), TESTS, ids=[test for test, _ in TESTS])
def test_a_guard_lets_through_these_worlds(writes, test: str, expected: str):
    assert writes(
        f"""
        def call(self, x, training=None):
            if {test}:
                self.count.assign_add(x)
            return x
        """
    ) == (expected)


BINDINGS = [
    ("flag = training", "T"),
    ("flag = bool(training)", "T"),
    ("flag = not training", "IU"),
    ("flag, other = training, 1", "T"),
    ("flag = other = training", "T"),
    ("flag: bool = training", "T"),
    ("flag = training and self.trainable", "T"),
    ("flag = training\nflag = self.whatever", "TIU"),
    ("flag = True if training is None else training", "TU"),
    ("flag = training\nif flag is None: flag = False", "T"),
    ("flag = training\nif flag is None: flag = K.learning_phase()", "T"),
    ("flag = training\nif self.a: flag = False", "T"),
    ("flag = training\nif self.a: flag = self.b", "TIU"),
    ("flag = False\nfor _ in x: flag = training", "T"),
    ("flag = [training][0]", "T"),
    ("flag = {'mode': training}['mode']", "T"),
    ("flag = functools.partial(bool, training)()", "tiu"),
    ("flag = None\nflag |= training", "tiu"),
]


@pytest.mark.parametrize(("binding", "expected"), BINDINGS, ids=[name for name, _ in BINDINGS])
def test_a_name_carries_the_flag(writes, binding: str, expected: str):
    lines = "\n            ".join(binding.splitlines())
    assert writes(
        f"""
        def call(self, x, training=None):
            {lines}
            if flag:
                self.count.assign_add(x)
            return x
        """
    ) == (expected)


DEFAULTS = [("None", "T"), ("False", "T"), ("True", "TU"), ("1", "TU"), ("DEFAULT", "Tu")]


@pytest.mark.parametrize(("default", "expected"), DEFAULTS)
def test_where_nobody_sets_the_flag_its_default_counts(writes, default: str, expected: str):
    assert writes(
        f"""
        def call(self, x, training={default}):
            if training:
                self.count.assign_add(x)
            return x
        """
    ) == (expected)


VALUES = [
    ("assign(tf.where(training, x, self.count))", "T"),
    ("assign(tf.where(training, self.count, x))", "IU"),
    ("assign(training * x + (1 - training) * self.count)", "T"),
    ("assign(x if training else self.count)", "T"),
    ("assign_add(1.0 if training else 0.0)", "T"),
    ("assign_add(tf.cond(training, lambda: x, lambda: 0.0))", "T"),
    ("assign_sub((self.count - x) * (0.1 if training else 0.0))", "T"),
    ("assign(self.count)", ""),
    ("assign(m * self.count + (1 - m) * x)", "T"),
    ("assign(mystery(x, training))", "tiu"),
    ("assign(self.drop(x, training=training))", "TIU"),
    ("assign(x)", "TIU"),
]


@pytest.mark.parametrize(("write", "expected"), VALUES, ids=[name for name, _ in VALUES])
def test_a_write_of_what_is_there_is_none(writes, write: str, expected: str):
    """Numbers stand for the flag's truth, so that 1 - training is what a cast would give."""
    source = write.replace("1 - training", "1 - float(bool(training))").replace(
        "training *", "float(bool(training)) *"
    )
    assert writes(
        f"""
        def call(self, x, training=None):
            m = 0.9 if training else 1.0
            self.count.{source}
            return x
        """
    ) == (expected)
