"""`layerlint.interpret.forward`: `call` is interpreted in no more worlds than may differ."""

from __future__ import annotations

import pytest

from layerlint.interpret.effects import SublayerCall
from layerlint.interpret.forward import interpret
from layerlint.interpret.record import Record
from layerlint.interpret.worlds import ALL_WORLDS, Worlds

WRITE = "self.count.assign_add(1)"


@pytest.mark.parametrize(
    ("parameter", "test", "worlds"),
    [
        ("training=None", "training", "T"),
        ("training=None", "not training", "IU"),
        ("training=None", "training is None", "U"),
        ("training=None", "training is False", "I"),
        ("training=None", "training == False", "I"),
        ("training", "training", "T"),
        ("training", "training is None", "U"),
        ("training=False", "training", "T"),
        ("training=False", "training is False", "IU"),
        ("training=False", "training is None", ""),
        ("training=True", "training", "TU"),
        ("training=True", "training is True", "TU"),
        ("training=True", "K.learning_phase()", "T"),
        ("training=True", "training and not K.learning_phase()", "U"),
        ("training=0", "training is 0", "U"),
        ("**kwargs", "kwargs['training']", "T"),
        ("**kwargs", "kwargs['training'] is None", "U"),
    ],
)
def test_a_direct_call_has_the_default_for_its_flag(writes, parameter, test, worlds) -> None:
    assert writes(
        f"def call(self, x, {parameter}):\n    if {test}:\n        {WRITE}\n    return x\n"
    ) == (worlds)


@pytest.mark.parametrize(
    ("parameter", "body", "runs"),
    [
        ("training=None", "self.drop(x, training=training)", 1),
        ("training=None", "self.drop(x) if training else x", 2),
        ("training=False", "self.drop(x) if training is False else x", 2),
        ("training=True", "self.drop(x) if training else x", 2),
        ("training=None", "self.drop(x) if training is None else x", 3),
        ("training=True", "self.drop(x) if K.learning_phase() else x", 3),
    ],
)
def test_worlds_that_nothing_tells_apart_are_interpreted_once(layer, parameter, body, runs) -> None:
    made = layer(f"def call(self, x, {parameter}):\n    return {body}\n")
    alone = [record_in(made, world).steps for world in ALL_WORLDS]
    assert made.forward.steps == sum(alone[:runs])
    (called,) = made.forward.of(SublayerCall)
    assert called.worlds == worlds_by_hand(made)


def record_in(made, *worlds: Worlds) -> Record:
    record = Record()
    for world in worlds:
        interpret(made, made.call, world, record)
    return record


def worlds_by_hand(made) -> Worlds:
    (effect,) = record_in(made, *ALL_WORLDS).effects.values()
    return effect.worlds
