"""Copies that cannot be made, whatever else their config lacks: LL404, LL502 and LL504."""

from __future__ import annotations

from typing import Any

HEAD = """\
import keras
from keras import layers


"""


SCALE = """\
class Scale(layers.Layer):
    def __init__(self, scale=1.0, shift=0.0{rest}):
        super().__init__({passed})
        self.scale = scale
        self.shift = shift

    def call(self, inputs):
        return inputs * self.scale + self.shift

    def get_config(self):
        config = super().get_config()
        config.update({{{keys}}})
        return config
"""


def test_a_copy_that_cannot_be_made_has_no_default(diagnose: Any) -> None:
    def message(keys: str, rest: str = ", **kwargs", passed: str = "**kwargs") -> str:
        source = SCALE.format(keys=keys, rest=rest, passed=passed)
        (only,) = diagnose(HEAD + source, "LL502")
        return only.message

    quiet, anyway = "copy silently has the default", "making a copy raises `TypeError` already"
    assert quiet in message('"scale": self.scale')
    assert anyway in message('"scale": self.scale, "sum": 3')
    assert anyway in message('"scale": self.scale', rest="", passed="")
    assert anyway in message('"scale": self.scale', passed='name="scale", **kwargs')
    assert "raises `AttributeError` already" in message('"scale": self.scaled')


def test_crossed_keys_of_a_copy_that_cannot_be_made(diagnose: Any) -> None:
    keys = '"shift": self.scale, "scale": self.shift, "sum": 3'
    source = SCALE.format(keys=keys, rest=", **kwargs", passed="**kwargs")
    first, second = diagnose(HEAD + source, "LL502")
    assert "already, and once it does not, the copy has the value of `scale` there" in first.message
    assert (
        "already, and once it does not, the copy has the value of `shift` there" in second.message
    )


def test_an_argument_under_another_name_is_not_left_out_and_stays(diagnose: Any) -> None:
    keys = '"scale": self.scale, "lambda": self.get_weights()[0] if self.trainable else self.shift'
    source = HEAD + SCALE.format(keys=keys, rest=", **kwargs", passed="**kwargs")
    assert not diagnose(source, "LL502")
    (only,) = diagnose(source, "LL504")
    assert only.fix is None


def test_a_from_config_like_that_of_keras_changes_nothing(diagnose: Any) -> None:
    own = """
    @classmethod
    def from_config(cls, config):{first}
        return cls(**config)
"""
    keys = '"scale": self.scale, "shift": self.shift'
    unknown = SCALE.format(keys=f'{keys}, "sum": 3', rest=", **kwargs", passed="**kwargs")
    refused = SCALE.format(keys=keys, rest="", passed="")
    for code, text in ("LL504", HEAD + unknown), ("LL404", HEAD + refused):
        assert len(diagnose(text + own.format(first=""), code)) == 1
        assert len(diagnose(text + own.format(first='\n        """Make it."""'), code)) == 1
        assert not diagnose(text + own.format(first="\n        config.clear()"), code)


def test_the_name_that_a_model_gives_its_base_comes_back_in_its_config(diagnose: Any) -> None:
    source = """\
class Backbone(keras.Model):
    def __init__(self, units=4{takes}, **kwargs):
        inputs = keras.Input((3,))
        super().__init__(
            inputs=inputs, outputs=layers.Dense(units)(inputs), name={name}, **kwargs
        )
        self.units = units

    def get_config(self):
        return {{**super().get_config(), "units": self.units}}
"""
    (only,) = diagnose(HEAD + source.format(takes="", name='"backbone"'), "LL504")
    assert "passes `name` beside `**kwargs`" in only.message
    assert not diagnose(HEAD + source.format(takes=", name=None", name="name"), "LL504")
    popped = 'kwargs.pop("name", "backbone")'
    assert not diagnose(HEAD + source.format(takes="", name=popped), "LL504")


def test_keras_3_drops_what_a_functional_model_is_given_beside_its_graph(diagnose: Any) -> None:
    source = """\
class Net(keras.Model):
    def __init__(self, units=4, **kwargs):
        {made}
        self.units = units

    def get_config(self):
        return {{**super().get_config(), "units": self.units, "gate": True}}
"""
    graph = """\
inputs = keras.Input((3,))
        super().__init__(inputs=inputs, outputs=layers.Dense(units)(inputs), **kwargs)"""
    old = "import tf_keras as keras\nfrom tf_keras import layers\n\n\n"
    assert not diagnose(HEAD + source.format(made=graph), "LL504")
    assert len(diagnose(old + source.format(made=graph), "LL504")) == 1
    assert len(diagnose(HEAD + source.format(made="super().__init__(**kwargs)"), "LL504")) == 1
