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


def lines(lint: Any, source: str, rule: str) -> list[int]:
    """The lines of `source` that the rule reports."""
    found = lint(HEAD + dedent(source), select=rule)
    return sorted({line - HEAD.count("\n") for _, line in found if line > HEAD.count("\n")})


def marked(source: str) -> list[int]:
    """The lines that end in `# here`."""
    return [
        number
        for number, line in enumerate(dedent(source).splitlines(), 1)
        if line.endswith("# here")
    ]


def fixed(diagnose: Any, source: str, rule: str) -> tuple[str, str]:
    """The applicability of the only fix, and what it puts in."""
    found = [each for each in diagnose(HEAD + dedent(source), rule) if each.start_row > 20]
    (diagnostic,) = found
    assert diagnostic.fix is not None
    return diagnostic.fix.applicability, " ".join(edit.text for edit in diagnostic.fix.edits)


UNCALLED = {
    "a layer": """\
        class Scale(layers.Layer):
            def __init__(self, factor):  # here
                self.factor = factor
        """,
    "a model": """\
        class Net(keras.Model):
            def __init__(self):  # here
                self.dense = layers.Dense(1)
        """,
    "a layer of the project": """\
        class Scale(Base):
            def __init__(self, factor, **kwargs):  # here
                self.factor = factor
        """,
    "a built-in layer": """\
        class Wide(layers.Dense):
            def __init__(self, units):  # here
                self.units = 2 * units
        """,
    "misspelt": """\
        class Scale(layers.Layer):
            def __init__(self, **kwargs):  # here
                super().__int__(**kwargs)
        """,
}


@pytest.mark.parametrize("source", UNCALLED.values(), ids=UNCALLED.keys())
def test_constructors_that_forget_the_base_are_found(source: str, lint):
    assert lines(lint, source, "LL401") == marked(source)


CALLED = {
    "super": """\
        class Scale(layers.Layer):
            def __init__(self, **kwargs):
                super(Scale, self).__init__(**kwargs)
        """,
    "by name": """\
        class Scale(layers.Layer):
            def __init__(self, **kwargs):
                layers.Layer.__init__(self, **kwargs)
        """,
    "in a helper": """\
        class Scale(layers.Layer):
            def __init__(self, **kwargs):
                self._start(kwargs)

            def _start(self, kwargs):
                super().__init__(**kwargs)
        """,
    "inherited": """\
        class Scale(Base):
            def call(self, x):
                return 2.0 * x
        """,
    "abstract": """\
        class Scale(layers.Layer):
            def __init__(self):
                raise NotImplementedError
        """,
    "an unknown base": """\
        from somewhere import Other


        class Scale(Other, layers.Layer):
            def __init__(self, factor):
                self.factor = factor
        """,
    "no layer for Keras": """\
        class Pipeline(layers.Layer):
            def __init__(self, steps):
                self.steps = steps

            def __call__(self, x):
                for step in self.steps:
                    x = step(x)
                return x
        """,
}


@pytest.mark.parametrize("source", CALLED.values(), ids=CALLED.keys())
def test_constructors_that_reach_the_base_are_fine(source: str, lint):
    assert lines(lint, source, "LL401") == []


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


RESET = {
    "the mask": """\
        class Pass(layers.Layer):
            def __init__(self, **kwargs):
                self.supports_masking = True  # here
                super().__init__(**kwargs)
        """,
    "frozen": """\
        class Frozen(layers.Layer):
            def __init__(self, **kwargs):
                self.trainable = False  # here
                super().__init__(**kwargs)
        """,
    "the input's rank": """\
        class Images(layers.Layer):
            def __init__(self, **kwargs):
                self.input_spec = layers.InputSpec(ndim=4)  # here
                super().__init__(**kwargs)
        """,
    "a weight": """\
        class Scale(layers.Layer):
            def __init__(self, **kwargs):
                self.scale = self.add_weight(name="scale", shape=())  # here
                super().__init__(**kwargs)
        """,
    "a layer of a model": """\
        class Net(keras.Model):
            def __init__(self, **kwargs):
                self.dense = layers.Dense(1)  # here
                super().__init__(**kwargs)
        """,
}


KEPT = {
    "the value that it has anyway": "self.trainable = True",
    "set again afterwards": "self.supports_masking = True",
    "no tracking": "self._setattr_tracking = False\n        self.input_spec = 1",
}


@pytest.mark.parametrize("before", KEPT.values(), ids=KEPT.keys())
def test_an_assignment_that_the_base_does_not_undo_is_fine(before: str, lint):
    source = f"""\
import keras


class Block(keras.layers.Layer):
    def __init__(self):
        {before}
        super().__init__()
        self.supports_masking = True
"""
    assert lint(source, select="LL402") == []


@pytest.mark.parametrize("source", RESET.values(), ids=RESET.keys())
def test_attributes_that_are_reset_are_found(source: str, lint):
    assert lines(lint, source, "LL402") == marked(source)


KEPT = {
    "plain values": """\
        class Scale(layers.Layer):
            def __init__(self, factor, **kwargs):
                self.factor = factor
                self.dense = layers.Dense(factor)
                super().__init__(**kwargs)
        """,
    "behind the call": """\
        class Pass(layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
                self.supports_masking = True
        """,
    "passed on as well": """\
        class Frozen(layers.Layer):
            def __init__(self, trainable=False, **kwargs):
                self.trainable = trainable
                super().__init__(trainable=trainable, **kwargs)
        """,
}


@pytest.mark.parametrize("source", KEPT.values(), ids=KEPT.keys())
def test_attributes_that_survive_are_fine(source: str, lint):
    assert lines(lint, source, "LL402") == []


WRONG_SUPER = {
    "the root": """\
        class Scale(layers.Layer):
            def __init__(self, **kwargs):
                super(layers.Layer, self).__init__(**kwargs)  # here
        """,
    "the root of models": """\
        class Net(keras.Model):
            def __init__(self, **kwargs):
                super(keras.Model, self).__init__(**kwargs)  # here
        """,
    "another layer": """\
        class Scale(layers.Layer):
            def __init__(self, **kwargs):
                super(Base, self).__init__(**kwargs)  # here
        """,
    "in build": """\
        class Scale(layers.Layer):
            def build(self, input_shape):
                super(layers.Layer, self).build(input_shape)  # here
        """,
}


@pytest.mark.parametrize("source", WRONG_SUPER.values(), ids=WRONG_SUPER.keys())
def test_super_of_another_class_is_found(source: str, lint):
    assert lines(lint, source, "LL403") == marked(source)


RIGHT_SUPER = {
    "itself": """\
        class Scale(layers.Layer):
            def __init__(self, **kwargs):
                super(Scale, self).__init__(**kwargs)
        """,
    "a base that is skipped": """\
        class Scale(Base):
            def __init__(self, **kwargs):
                super(Base, self).__init__(**kwargs)
        """,
    "a built-in layer that is skipped": """\
        class Wide(layers.Dense):
            def __init__(self, units, **kwargs):
                super(layers.Dense, self).__init__(**kwargs)
        """,
    "in a function": """\
        def make():
            class Scale(layers.Layer):
                def __init__(self, **kwargs):
                    super(Scale, self).__init__(**kwargs)

            return Scale
        """,
    "an unknown class": """\
        class Scale(layers.Layer):
            def __init__(self, **kwargs):
                super(Unknown, self).__init__(**kwargs)
        """,
}


@pytest.mark.parametrize("source", RIGHT_SUPER.values(), ids=RIGHT_SUPER.keys())
def test_other_uses_of_super_are_fine(source: str, lint):
    assert lines(lint, source, "LL403") == []


REFUSING = {
    "no kwargs": """\
        class Scale(layers.Layer):
            def __init__(self, factor):  # here
                super().__init__()
                self.factor = factor

            def get_config(self):
                return {**super().get_config(), "factor": self.factor}
        """,
    "a name alone": """\
        class Scale(layers.Layer):
            def __init__(self, factor, name=None):  # here
                super().__init__(name=name)
                self.factor = factor

            def get_config(self):
                config = super().get_config()
                config["factor"] = self.factor
                return config
        """,
    "a subclass of Dense": """\
        class Wide(layers.Dense):
            def __init__(self, units):  # here
                super().__init__(units)

            def get_config(self):
                return dict(super().get_config(), units=self.units)
        """,
    "registered": """\
        @keras.saving.register_keras_serializable()
        class Scale(layers.Layer):
            def __init__(self, factor):  # here
                super().__init__()
                self.factor = factor
        """,
}


@pytest.mark.parametrize("source", REFUSING.values(), ids=REFUSING.keys())
def test_constructors_that_refuse_their_config_are_found(source: str, lint):
    assert lines(lint, source, "LL404") == marked(source)


TAKING = {
    "kwargs": """\
        class Scale(layers.Layer):
            def __init__(self, factor, **kwargs):
                super().__init__(**kwargs)
                self.factor = factor

            def get_config(self):
                return {**super().get_config(), "factor": self.factor}
        """,
    "every argument by name": """\
        class Scale(layers.Layer):
            def __init__(self, factor, name=None, trainable=True, dtype=None):
                super().__init__(name=name, trainable=trainable, dtype=dtype)
                self.factor = factor

            def get_config(self):
                return {**super().get_config(), "factor": self.factor}
        """,
    "a config of its own": """\
        class Scale(layers.Layer):
            def __init__(self, factor):
                super().__init__()
                self.factor = factor

            def get_config(self):
                return {"factor": self.factor}
        """,
    "a way back of its own": """\
        class Scale(layers.Layer):
            def __init__(self, factor):
                super().__init__()
                self.factor = factor

            def get_config(self):
                return {**super().get_config(), "factor": self.factor}

            @classmethod
            def from_config(cls, config):
                return cls(config["factor"])
        """,
    "keys taken out": """\
        class Scale(layers.Layer):
            def __init__(self, factor):
                super().__init__()
                self.factor = factor

            def get_config(self):
                config = super().get_config()
                for key in ("name", "trainable", "dtype"):
                    config.pop(key)
                return {**config, "factor": self.factor}
        """,
    "no config at all": """\
        class Scale(layers.Layer):
            def __init__(self, factor):
                super().__init__()
                self.factor = factor
        """,
    "registered elsewhere": """\
        import gin


        @gin.register
        class Scale(layers.Layer):
            def __init__(self, factor):
                super().__init__()
                self.factor = factor
        """,
    "Sequential": """\
        class Stack(keras.Sequential):
            def __init__(self, units):
                super().__init__([layers.Dense(units)])
                self.units = units

            def get_config(self):
                return {**super().get_config(), "units": self.units}
        """,
}


@pytest.mark.parametrize("source", TAKING.values(), ids=TAKING.keys())
def test_constructors_that_take_their_config_are_fine(source: str, lint):
    assert lines(lint, source, "LL404") == []


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


DROPPED = {
    "dropped": """\
        class Scale(layers.Layer):
            def __init__(self, factor, **kwargs):  # here
                super().__init__()
                self.factor = factor
        """,
    "only the name is passed": """\
        class Scale(layers.Layer):
            def __init__(self, name=None, **kwargs):  # here
                super().__init__(name=name)
        """,
    "a layer of the project": """\
        class Scale(Base):
            def __init__(self, **options):  # here
                super().__init__(depth=2)
        """,
}


@pytest.mark.parametrize("source", DROPPED.values(), ids=DROPPED.keys())
def test_dropped_arguments_are_found(source: str, lint):
    assert lines(lint, source, "LL417") == marked(source)


def test_a_constructor_that_picks_single_keys_drops_the_others(diagnose):
    source = """\
    class Scale(layers.Layer):
        def __init__(self, **kwargs):
            super().__init__(name=kwargs.get("name"))
            self.factor = kwargs.pop("factor", 2.0)
    """
    (found,) = diagnose(HEAD + dedent(source), "LL417")
    assert found.fix is None
    assert "takes single keys out" in found.message


USED = {
    "all the base can do with": """\
        class Scale(layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(name=kwargs.get("name"), dtype=kwargs.get("dtype"))
        """,
    "passed": """\
        class Scale(layers.Layer):
            def __init__(self, **kwargs):
                super().__init__(**kwargs)
        """,
    "used otherwise": """\
        class Scale(layers.Layer):
            def __init__(self, **kwargs):
                super().__init__()
                self.dense = layers.Dense(4, **kwargs)
        """,
    "deleted": """\
        class Scale(layers.Layer):
            def __init__(self, **kwargs):
                super().__init__()
                del kwargs
        """,
    "named unused": """\
        class Scale(layers.Layer):
            def __init__(self, **unused_kwargs):
                super().__init__()
        """,
    "the base takes none": """\
        class Scale(Closed):
            def __init__(self, **kwargs):
                super().__init__(2)
        """,
}


@pytest.mark.parametrize("source", USED.values(), ids=USED.keys())
def test_arguments_that_go_somewhere_are_fine(source: str, lint):
    assert lines(lint, source, "LL417") == []


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


@pytest.mark.parametrize("source", CHANGED.values(), ids=CHANGED.keys())
def test_changed_defaults_are_found(source: str, lint):
    assert lines(lint, source, "LL412") == marked(source)


def test_keras_3_stores_a_copy(diagnose):
    (found,) = diagnose(HEAD + dedent(CHANGED["stored and changed"]), "LL412")
    assert found.generations == (2,)


UNCHANGED = {
    "only read": """\
        class Stack(layers.Layer):
            def __init__(self, units=[8, 4], **kwargs):
                super().__init__(**kwargs)
                self.dense = [layers.Dense(size) for size in units]
        """,
    "copied first": """\
        class Stack(layers.Layer):
            def __init__(self, units=[8], **kwargs):
                super().__init__(**kwargs)
                units = list(units)
                units.append(1)
                self.units = units
        """,
    "no default": """\
        class Stack(layers.Layer):
            def __init__(self, units, **kwargs):
                super().__init__(**kwargs)
                units.append(1)
        """,
}


@pytest.mark.parametrize("source", UNCHANGED.values(), ids=UNCHANGED.keys())
def test_defaults_that_stay_are_fine(source: str, lint):
    assert lines(lint, source, "LL412") == []


CLASS_OF_OBJECT = """
from tensorflow import keras


class Loud(keras.layers.BatchNormalization):
    def build(self, input_shape):
        super({named}, self).build(input_shape)


class Quiet(Loud):
    {body}
"""


@pytest.mark.parametrize("named", ["self.__class__", "type(self)"])
def test_super_of_the_class_of_the_object_is_reported_where_a_subclass_inherits(lint, named):
    source = CLASS_OF_OBJECT.format(named=named, body="pass")
    assert lint(source, select="LL403") == [("LL403", 7)]


def test_super_of_the_class_of_the_object_ends_where_the_subclass_has_its_own(lint):
    body = "def build(self, input_shape): self.built = True"
    source = CLASS_OF_OBJECT.format(named="self.__class__", body=body)
    assert lint(source, select="LL403") == []


def test_super_of_the_class_of_the_object_works_without_subclasses(lint):
    source = CLASS_OF_OBJECT.format(named="self.__class__", body="pass").replace("(Loud)", "")
    assert lint(source, select="LL403") == []
