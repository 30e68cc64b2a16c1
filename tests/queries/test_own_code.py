"""`layerlint.queries.own_code`: what a class makes itself, and what a base reports for it."""

from __future__ import annotations

import libcst as cst

from layerlint.queries.own_code import after_super_init, own_method, own_weights

CODE = """
import keras

class Mixin:
    def helper(self):
        self.mixed = self.add_weight(shape=())

class Base(keras.layers.Layer):
    def build(self, input_shape):
        self.inherited = self.add_weight(shape=())

    def shared(self):
        pass

class Probe(Mixin, Base):
    def __init__(self):
        early()
        super().__init__()
        late()

    def build(self, input_shape):
        super().build(input_shape)
        self.own = self.add_weight(shape=())
        self.helper()
"""


def test_weights_that_a_base_makes_are_not_the_classs_own(module) -> None:
    layer = module(CODE).classes[-1]
    assert {weight.attribute for weight in own_weights(layer)} == {"own", "mixed"}


def test_methods_of_a_mixin_belong_to_the_class_and_those_of_a_layer_do_not(module) -> None:
    layer = module(CODE).classes[-1]
    assert own_method(layer, "helper") is not None
    assert own_method(layer, "shared") is None


def test_code_stands_behind_the_constructor_of_the_base_or_before_it(module) -> None:
    constructor = module(CODE).classes[-1].methods["__init__"]
    calls = {constructor.module.source(call): call for call in constructor.own_nodes(cst.Call)}
    assert after_super_init(constructor, calls["late()"])
    assert not after_super_init(constructor, calls["early()"])
