"""`layerlint.model.methods`: methods of a layer and their parameters."""

from __future__ import annotations

import libcst as cst
import pytest

CODE = """
import functools
import keras

class Probe(keras.layers.Layer):
    def call(this, x, /, mask=None, *more, training: bool = None, **rest):
        def helper():
            return 1
        class Inner:
            def hidden(self):
                return 2
        return helper()

    @staticmethod
    def plain(x):
        return x

    @classmethod
    def make(cls, config):
        return cls()

    @functools.cached_property
    def size(self):
        return 1
"""


def test_parameters_come_in_signature_order_with_their_kinds(module) -> None:
    method = module(CODE).classes[0].methods["call"]
    assert [(each.name, each.kind) for each in method.parameters] == [
        ("this", "positional"),
        ("x", "positional"),
        ("mask", "positional"),
        ("more", "varargs"),
        ("training", "keyword"),
        ("rest", "varkw"),
    ]


def test_the_instance_is_known_by_the_name_that_the_method_gives_it(module) -> None:
    methods = module(CODE).classes[0].methods
    assert methods["call"].self_name == "this"
    assert methods["plain"].self_name == ""


def test_positional_parameters_leave_the_instance_out(module) -> None:
    methods = module(CODE).classes[0].methods
    assert [each.name for each in methods["call"].positional] == ["x", "mask"]
    assert [each.name for each in methods["plain"].positional] == ["x"]
    assert [each.name for each in methods["make"].positional] == ["config"]


def test_a_method_takes_what_has_a_parameter_of_its_own(module) -> None:
    method = module(CODE).classes[0].methods["call"]
    assert method.takes("training")
    assert not method.takes("rest")
    assert not method.takes("anything")
    assert (method.varargs, method.varkw) == ("more", "rest")


def test_decorators_say_how_a_method_is_reached(module) -> None:
    methods = module(CODE).classes[0].methods
    assert methods["plain"].is_static
    assert methods["make"].is_classmethod
    assert methods["size"].is_property
    assert not methods["call"].is_property


def test_the_nodes_of_a_method_include_functions_in_it_and_no_classes(module) -> None:
    method = module(CODE).classes[0].methods["call"]
    assert [node.value for node in method.own_nodes(cst.Integer)] == ["1"]


SCALE = """
import keras

class Scale(keras.layers.Layer):
    def call(self, x, training=None, mask=None):
        {line}
        return x
"""


@pytest.mark.parametrize(
    "line",
    [
        "training = True",
        "x, (training, y) = x",
        "training: bool = True",
        "training |= True",
        "for training in x: pass",
        "with x as training: pass",
        "y = (training := True)",
    ],
)
def test_a_method_rebinds_what_any_statement_of_it_binds(module, line: str) -> None:
    method = module(SCALE.format(line=line)).classes[0].methods["call"]
    assert method.rebinds("training")


@pytest.mark.parametrize(
    "line", ["training.x = 1", "training[0] = 1", "y = training", "class Y: training = 1"]
)
def test_a_method_does_not_rebind_what_it_only_uses(module, line: str) -> None:
    method = module(SCALE.format(line=line)).classes[0].methods["call"]
    assert not method.rebinds("training")
