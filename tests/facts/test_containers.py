"""The table of containers equals what the installed libraries find in them."""

from __future__ import annotations

import pytest

from layerlint.facts.containers import unnoticed, untracked

PROBE = """
import collections, functools, json, types
import numpy
from tensorflow import keras

MAKERS = {
    "builtins.dict": lambda layers: dict(enumerate(layers)),
    "builtins.enumerate": enumerate,
    "builtins.filter": lambda layers: filter(None, layers),
    "builtins.frozenset": frozenset,
    "builtins.iter": iter,
    "builtins.list": list,
    "builtins.map": lambda layers: map(lambda layer: layer, layers),
    "builtins.set": set,
    "builtins.tuple": tuple,
    "builtins.zip": zip,
    "collections.OrderedDict": lambda layers: collections.OrderedDict(enumerate(layers)),
    "collections.defaultdict": lambda layers: collections.defaultdict(list, enumerate(layers)),
    "collections.deque": collections.deque,
    "collections.namedtuple": collections.namedtuple("Pair", "a b")._make,
    "functools.partial": lambda layers: functools.partial(print, *layers),
    "numpy.array": lambda layers: numpy.array(layers, dtype=object),
    "numpy.asarray": lambda layers: numpy.asarray(layers, dtype=object),
    "numpy.empty": lambda layers: fill(numpy.empty(2, dtype=object), layers),
    "types.GeneratorType": lambda layers: (layer for layer in layers),
    "types.SimpleNamespace": lambda layers: types.SimpleNamespace(layers=layers),
}


def fill(array, layers):
    array[:] = layers
    return array


def dense():
    layer = keras.layers.Dense(1)
    layer.build((None, 1))
    return layer


def weights_of(fill):
    owner = keras.layers.Layer()
    fill(owner)
    return len(owner.trainable_weights)


def holding(make):
    def fill(owner):
        owner.held = make([dense(), dense()])
    return fill


def append(owner):
    owner.held = []
    owner.held.append(dense())


def extend(owner):
    owner.held = []
    owner.held.extend([dense()])


def insert(owner):
    owner.held = []
    owner.held.insert(0, dense())


def set_item_of_list(owner):
    owner.held = [None]
    owner.held[0] = dense()


def set_item_of_dict(owner):
    owner.held = {}
    owner.held["a"] = dense()


def set_slice(owner):
    owner.held = [None]
    owner.held[:] = [dense()]


def append_to_appended_list(owner):
    owner.held = []
    owner.held.append([])
    owner.held[-1].append(dense())


def set_item_of_appended_dict(owner):
    owner.held = []
    owner.held.append({})
    owner.held[-1]["a"] = dense()


def append_to_set_list(owner):
    owner.held = {}
    owner.held["a"] = []
    owner.held["a"].append(dense())


def set_item_of_set_dict(owner):
    owner.held = {}
    owner.held["a"] = {}
    owner.held["a"]["b"] = dense()


def append_to_default(owner):
    owner.held = {}
    owner.held.setdefault("a", []).append(dense())


def append_to_first_list(owner):
    owner.held = [[]]
    owner.held[0].append(dense())


def update(owner):
    owner.held = {}
    owner.held.update({"a": dense()})


def setdefault(owner):
    owner.held = {}
    owner.held.setdefault("a", dense())


FILLING = {
    "list append": append,
    "list extend": extend,
    "list insert": insert,
    "list []=": set_item_of_list,
    "list [:]=": set_slice,
    "list append([]).append": append_to_appended_list,
    "list append({})[]=": set_item_of_appended_dict,
    "list [[]].append": append_to_first_list,
    "dict []=": set_item_of_dict,
    "dict update": update,
    "dict setdefault": setdefault,
    "dict []=[].append": append_to_set_list,
    "dict []={}[]=": set_item_of_set_dict,
    "dict setdefault([]).append": append_to_default,
}
found = {name: weights_of(holding(make)) for name, make in MAKERS.items()}
filled = {name: weights_of(fill) for name, fill in FILLING.items()}
print(json.dumps([found, filled]))
"""


@pytest.mark.parametrize("generation", [2, 3])
def test_keras_finds_the_layers_where_the_table_says(ask, generation):
    found, filled = ask(generation, PROBE)
    assert {maker: untracked(generation, maker) is not None for maker in found} == {
        maker: weights == 0 for maker, weights in found.items()
    }
    assert {way: unnoticed(generation, *way.split(" ")) for way in filled} == {
        way: weights == 0 for way, weights in filled.items()
    }
