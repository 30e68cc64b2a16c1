"""`layerlint.model.attributes`: where attributes of a layer are bound and read."""

from __future__ import annotations

CODE = """
import keras

class Base(keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.inherited = 1

class Probe(Base):
    table = {}

    def build(self, input_shape):
        self.a, self.b = 1, 2
        self.c = self.d = 3
        self.c += 4
        self.items[0] = 5
        for self.e in range(3):
            pass
        if (local := self.a):
            del self.b

    def call(self, x):
        other.c = 6
        return x + self.inherited + self.unset
"""


def kinds(module, name: str) -> list[str]:
    return [binding.kind for binding in module(CODE).classes[-1].attributes[name].bindings]


def test_each_way_to_bind_an_attribute_is_seen(module) -> None:
    assert kinds(module, "c") == ["assign", "augmented"]
    assert kinds(module, "e") == ["for"]
    assert kinds(module, "b")[-1] == "delete"


def test_each_of_several_targets_has_its_own_value(module) -> None:
    layer = module(CODE).classes[-1]
    values = [layer.module.source(layer.attributes[name].bindings[0].value) for name in "abcd"]
    assert values == ["1", "2", "3", "3"]


def test_an_item_is_told_from_the_attribute_itself(module) -> None:
    attributes = module(CODE).classes[-1].attributes
    assert attributes["items"].bindings[0].container_index
    assert not attributes["c"].bindings[0].container_index


def test_bindings_of_bases_belong_to_the_layer(module) -> None:
    attributes = module(CODE).classes[-1].attributes
    assert [binding.method.name for binding in attributes["inherited"].bindings] == ["__init__"]
    assert [read.method.name for read in attributes["inherited"].reads] == ["call"]


def test_what_is_read_and_never_bound_is_known_by_its_reads(module) -> None:
    unset = module(CODE).classes[-1].attributes["unset"]
    assert unset.bindings == []
    assert len(unset.reads) == 1


def test_attributes_of_other_objects_are_not_the_layers(module) -> None:
    assert len(kinds(module, "c")) == 2


def test_names_of_the_class_body_are_bindings_without_a_method(module) -> None:
    (binding,) = module(CODE).classes[-1].class_bindings
    assert (binding.attribute, binding.method, binding.kind) == ("table", None, "class")
