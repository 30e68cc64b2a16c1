"""`layerlint.queries.keras_objects`: losses, metrics and the like that a module defines."""

from __future__ import annotations

from layerlint.queries.keras_objects import classes_of, is_direct, is_object, keras_objects, stores

CODE = """
import keras

class Huber(keras.losses.Loss):
    def __init__(self, delta, unused, name=None):
        super().__init__(name=name)
        self.delta = float(delta)

class Ramp(keras.initializers.RandomNormal):
    pass

class Probe(keras.layers.Layer):
    pass
"""


def test_objects_of_keras_are_told_from_layers(module) -> None:
    found = keras_objects(module(CODE))
    assert [(each.name, each.kind) for each in found] == [
        ("Huber", "loss"),
        ("Ramp", "initializer"),
    ]
    assert all(map(is_object, found))
    assert not any(map(is_object, module(CODE).classes))


def test_a_check_of_both_looks_at_the_layer_or_at_the_objects_of_the_module(module) -> None:
    code = module(CODE)
    assert [each.name for each in classes_of(code.classes[0])] == ["Probe"]
    assert [each.name for each in classes_of(code)] == ["Huber", "Ramp"]


def test_a_class_is_direct_where_only_the_base_class_of_its_kind_is_above(module) -> None:
    huber, ramp = keras_objects(module(CODE))
    assert is_direct(huber)
    assert not is_direct(ramp)


def test_an_argument_is_stored_where_what_is_made_of_it_is_an_attribute(module) -> None:
    huber, _ = keras_objects(module(CODE))
    assert stores(huber, "delta")
    assert not stores(huber, "unused")
