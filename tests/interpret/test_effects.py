"""`layerlint.interpret.effects`: each thing that `call()` does has what its kind has."""

from __future__ import annotations

from layerlint.interpret.effects import (
    AttributeEffect,
    AttributeWrite,
    FunctionCall,
    RandomDraw,
    StateUpdate,
    SublayerCall,
    SuperCall,
)
from layerlint.interpret.values import INPUT
from layerlint.interpret.worlds import TRAIN

BODY = """
def call(self, x, training=None):
    x = super().call(x, training=True)
    x = self.cell(x)
    x = self.drop.call(x, training=training)
    self.last = x
    self.many[0].assign(x)
    if training:
        self.count.assign_add(1)
        x = x + tf.random.normal(tf.shape(x), seed=7)
    self.add_loss(x)
    return x
"""


def test_a_state_update_knows_what_it_writes_and_how(layer) -> None:
    item, count = layer(BODY).forward.of(StateUpdate)
    assert (item.target, item.attribute, item.operation) == ("many[0]", "many", "assign")
    assert (count.operation, count.weight.attribute, count.statement) == (
        "assign_add",
        "count",
        True,
    )
    assert count.worlds == TRAIN
    assert INPUT in item.reads
    assert INPUT not in count.reads


def test_a_call_of_a_sublayer_knows_the_layer_and_how_it_is_called(layer) -> None:
    cell, drop = layer(BODY).forward.of(SublayerCall)
    assert (cell.sublayer.label, cell.bypass, cell.training) == ("Dense", False, None)
    assert (drop.sublayer.label, drop.bypass) == ("Dropout", True)
    assert drop.training is not None


def test_a_call_of_the_base_knows_the_method(layer) -> None:
    (base,) = layer(BODY).forward.of(SuperCall)
    assert base.function == "call"
    assert base.training is not None


def test_a_draw_knows_its_function_and_its_seed(layer) -> None:
    (draw,) = layer(BODY).forward.of(RandomDraw)
    assert draw.function == "tensorflow.random.normal"
    assert draw.seed is not None
    assert not draw.in_inference


def test_an_attribute_that_is_bound_is_no_state_update(layer) -> None:
    (write,) = layer(BODY).forward.of(AttributeWrite)
    assert (write.target, write.operation) == ("last", "=")


def test_other_calls_have_their_canonical_name(layer) -> None:
    functions = [call.function for call in layer(BODY).forward.of(FunctionCall)]
    assert "self.add_loss" in functions
    assert "tensorflow.shape" in functions


def test_effects_are_asked_for_by_what_they_have_in_common_too(layer) -> None:
    forward = layer(BODY).forward
    assert [effect.attribute for effect in forward.of(AttributeEffect)] == [
        "cell",
        "drop",
        "last",
        "many",
        "count",
    ]
