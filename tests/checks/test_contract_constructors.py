"""Constructors and what they owe to Keras: LL401 to LL404, LL412 and LL417."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest

HEAD = """\
from tensorflow import keras
from tensorflow.keras import layers


class Base(layers.Layer):
    def __init__(self, depth=1, **kwargs):
        super().__init__(**kwargs)
        self.depth = depth

    def call(self, x):
        return x


class Closed(layers.Layer):
    def __init__(self, depth):
        super().__init__()
        self.depth = depth

    def call(self, x):
        return x


"""


def fixed(diagnose: Any, source: str, rule: str) -> tuple[str, str]:
    """The applicability of the only fix, and what it puts in."""
    found = [each for each in diagnose(HEAD + dedent(source), rule) if each.start_row > 20]
    (diagnostic,) = found
    assert diagnostic.fix is not None
    return diagnostic.fix.applicability, " ".join(edit.text for edit in diagnostic.fix.edits)


LOOKED_UP_ONLY = {
    "super().__init__": "super().__init__(**kwargs)",
    "super(Scale).__init__()": "super()",
}


@pytest.mark.parametrize("void", LOOKED_UP_ONLY)
def test_a_base_that_is_looked_up_and_not_called_is_called(void: str, diagnose):
    source = f"""\
    class Scale(layers.Layer):
        def __init__(self, **kwargs):
            {void}
    """
    assert fixed(diagnose, source, "LL401") == ("safe", LOOKED_UP_ONLY[void])


def test_the_call_passes_on_what_the_base_knows(diagnose):
    source = """\
    class Scale(layers.Layer):
        def __init__(self, factor, name=None, **kwargs):
            self.factor = factor
    """
    assert fixed(diagnose, source, "LL401") == (
        "safe",
        "        super().__init__(name=name, **kwargs)\n",
    )


def test_a_base_with_required_arguments_is_for_the_author(diagnose):
    source = """\
    class Scale(Closed):
        def __init__(self, factor):
            self.factor = factor
    """
    (found,) = diagnose(HEAD + dedent(source), "LL401")
    assert found.fix is None


def test_a_model_of_keras_2_has_no_such_keys(diagnose):
    source = """\
    class Net(keras.Model):
        def __init__(self, units):
            super().__init__()
            self.units = units

        def get_config(self):
            return {**super().get_config(), "units": self.units}
    """
    (found,) = diagnose(HEAD + dedent(source), "LL404")
    assert found.generations == (3,)


def test_kwargs_go_behind_keyword_arguments(diagnose):
    source = """\
    class Scale(layers.Layer):
        def __init__(self, factor, *, axis=-1):
            super().__init__()
            self.factor, self.axis = factor, axis

        def get_config(self):
            return {**super().get_config(), "factor": self.factor, "axis": self.axis}
    """
    assert fixed(diagnose, source, "LL404") == ("safe", ", **kwargs **kwargs")


FIXED = """\
class Scale(layers.Layer):
    def __init__(self, factor, name=None{kwargs}):
        super().__init__(name=name, trainable=False{handed})
        self.factor = factor

    def get_config(self):
        return {{{base}"factor": self.factor}}
"""
HIDDEN = {
    "LL404": FIXED.format(kwargs="", handed="", base="**super().get_config(), "),
    "LL417": FIXED.format(kwargs=", **kwargs", handed="", base="") + "\nSCALE = Scale(2.0)\n",
    "LL503": FIXED.format(kwargs=", **kwargs", handed=", **kwargs", base=""),
}


@pytest.mark.parametrize("rule", HIDDEN)
def test_what_the_constructor_fixes_gives_way_to_what_is_saved(rule: str, diagnose):
    applicability, texts = fixed(diagnose, HIDDEN[rule], rule)
    assert applicability == "safe"
    assert 'kwargs.pop("trainable", False)' in texts


MADE = {
    "SCALE = Scale(2.0, dtype='float16')": "safe",
    "SCALE = Scale(2.0, axis=3)": "unsafe",
    "SCALE = Scale(**options)": "unsafe",
    "TABLE = {'scale': Scale}": "unsafe",
    "": "unsafe",
}
PRETRAINED = """
    @classmethod
    def from_pretrained(cls, path, **kwargs):
        return cls(read(path), **kwargs)
"""


@pytest.mark.parametrize("made", MADE)
def test_dropped_keywords_are_handed_on_where_all_that_are_passed_are_known(made: str, diagnose):
    source = FIXED.format(kwargs=", **kwargs", handed="", base="")
    assert fixed(diagnose, f"{source}\n{made}\n", "LL417")[0] == MADE[made]
    assert fixed(diagnose, f"{source}{PRETRAINED}\n{made}\n", "LL417")[0] == "unsafe"


STILL_REFUSED = {
    "LL404": FIXED.format(kwargs="", handed="", base="**super().get_config(), 'scale': 1, "),
    "LL417": FIXED.format(kwargs=", **kwargs", handed="", base="'scale': 1, "),
}


@pytest.mark.parametrize("rule", STILL_REFUSED)
def test_kwargs_that_bring_a_key_which_nobody_takes_are_for_the_author(rule: str, diagnose):
    assert fixed(diagnose, STILL_REFUSED[rule], rule)[0] == "unsafe"


def test_what_the_constructor_passes_by_its_place_is_for_the_author(diagnose):
    source = """\
    class Scale(layers.Layer):
        def __init__(self, factor):
            super().__init__(False)
            self.factor = factor

        def get_config(self):
            return {**super().get_config(), "factor": self.factor}
    """
    (found,) = diagnose(HEAD + dedent(source), "LL404")
    assert found.fix is None


def test_a_constructor_that_picks_single_keys_drops_the_others(diagnose):
    source = """\
    class Scale(layers.Layer):
        def __init__(self, factor, **kwargs):
            super().__init__(name=kwargs.get("name"))
            self.factor, self.axis = factor, kwargs.pop("axis", -1)
    """
    (found,) = diagnose(HEAD + dedent(source), "LL417")
    assert found.fix is None
    assert "takes single keys out" in found.message


CHANGED = {
    "appended": """\
        class Stack(layers.Layer):
            def __init__(self, units=[8], **kwargs):  # here
                super().__init__(**kwargs)
                units.append(1)
                self.units = list(units)
        """,
    "an entry": """\
        class Stack(layers.Layer):
            def __init__(self, options={}, **kwargs):  # here
                super().__init__(**kwargs)
                options["axis"] = -1
                self.options = dict(options)
        """,
    "in call": """\
        class Stack(layers.Layer):
            def call(self, x, seen=[]):  # here
                seen.append(x)
                return sum(seen)
        """,
    "stored and changed": """\
        class Stack(layers.Layer):
            def __init__(self, units=[], **kwargs):  # here
                super().__init__(**kwargs)
                self.units = units

            def grow(self, size):
                self.units.append(size)
        """,
}


def test_keras_3_stores_a_copy(diagnose):
    (found,) = diagnose(HEAD + dedent(CHANGED["stored and changed"]), "LL412")
    assert found.generations == (2,)


LABELER = """
import tf_keras


class Labeler(tf_keras.Model):
    def __init__(self, network, **kwargs):
        inputs = network.inputs
        self.spans = tf_keras.layers.Dense(
            2,
            use_bias=False,
        )
        outputs = {outputs}
        super().__init__(inputs=inputs, outputs=outputs, **kwargs)
"""


def test_what_is_needed_in_front_of_the_constructor_of_the_base_is_not_moved(diagnose):
    (found,) = diagnose(LABELER.format(outputs="self.spans(network(inputs))"), "LL402")
    assert found.fix is None


def test_a_statement_of_several_lines_keeps_its_indentation_when_moved(diagnose):
    (found,) = diagnose(LABELER.format(outputs="network(inputs)"), "LL402")
    moved = (
        "\n        self.spans = tf_keras.layers.Dense(\n            2,\n            use_bias=False,"
    )
    assert found.fix is not None
    assert any(moved in edit.text for edit in found.fix.edits)


def test_what_is_handed_on_does_not_vanish_with_the_other_keywords(diagnose):
    layer = """\
import keras


class Scale(keras.layers.Layer):
    def __init__(self, factor, name=None, **kwargs):
        super().__init__(name=name)
        self.factor = factor

    def call(self, x):
        return x * self.factor
"""
    [found] = diagnose(layer, select="LL417")
    assert found.message.endswith("never uses them: `dtype`, `trainable` and typing errors vanish")
