"""`layerlint.queries.training_flag`: where an effect is shown, and how the flag gets there."""

from __future__ import annotations

import pytest

from layerlint.interpret.effects import StateUpdate
from layerlint.queries.training_flag import flag_edits, shown, shown_once

CODE = """
import keras

class Base(keras.layers.Layer):
    def build(self, input_shape):
        self.count = self.add_weight(shape=(), trainable=False)

    def call(self, x):
        self.tick()
        self.tick()
        return x

    def tick(self):
        self.count.assign_add(1)

class Derived(Base):
    pass

class Other(Base):
    def call(self, x, training=None):
        training = bool(training)
        self.tick()
        return x
"""


@pytest.fixture
def layers(module):
    return {layer.name: layer for layer in module(CODE).classes}


def test_an_effect_in_a_helper_is_shown_with_the_way_to_it(layers) -> None:
    base = layers["Base"]
    place = shown(base, base.forward.of(StateUpdate)[0])
    assert [step.text for step in place.trace][-1] == "self.count.assign_add(1)"


def test_what_a_base_reports_itself_is_not_shown_for_the_class(layers) -> None:
    derived = layers["Derived"]
    assert [shown(derived, effect) for effect in derived.forward.of(StateUpdate)] == [None, None]


def test_a_class_with_a_call_of_its_own_shows_what_that_does_in_helpers_of_a_base(layers) -> None:
    other = layers["Other"]
    (effect,) = other.forward.of(StateUpdate)
    assert shown(other, effect) is not None


def test_two_ways_to_one_write_are_shown_once(layers) -> None:
    base = layers["Base"]
    effects = base.forward.of(StateUpdate)
    assert len(effects) == 2
    assert len(list(shown_once(base, effects))) == 1


def test_a_call_asks_for_the_mode_by_its_parameter(layers) -> None:
    assert layers["Other"].asks_for_mode
    assert not layers["Base"].asks_for_mode


def test_a_flag_that_the_method_rebinds_cannot_be_used_for_a_guard(layers) -> None:
    assert layers["Other"].call.rebinds("training")
    assert flag_edits(layers["Other"].call) is None


def test_a_call_without_the_flag_is_given_it_last(layers) -> None:
    (edit,) = flag_edits(layers["Base"].call)
    assert edit.text == ", training=None"
