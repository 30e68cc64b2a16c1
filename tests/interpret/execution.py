"""Run the layers of files in the three worlds, and print which of their counters changed.

`python execution.py HOW FILE...` is a process of its own. HOW is `keras`; `python`, which puts a
weight that only counts in the place of Keras's; or `reused`, Keras with one layer for all worlds.
"""

from __future__ import annotations

import importlib.util
import itertools
import json
import sys
import types

WORLDS = (("1", {"training": True}), ("2", {"training": False}), ("4", {}))


class Weight:
    """A variable as far as the templates go: a number that can be written."""

    def __init__(self, name):
        self.name, self.number = name, 0.0

    def numpy(self):
        return self.number

    def assign(self, value):
        self.number = float(value)
        return self

    def assign_add(self, value):
        self.number += float(value)
        return self


class Layer:
    """A layer as far as the templates go."""

    def __init__(self, **kwargs):
        self.weights = []

    def add_weight(self, name, **kwargs):
        self.weights.append(Weight(name))
        return self.weights[-1]

    def __call__(self, x, **kwargs):
        return self.call(x, **kwargs)


def put_counting_weights_in_place_of_keras():
    tensorflow = types.ModuleType("tensorflow")
    tensorflow.keras = types.SimpleNamespace(layers=types.SimpleNamespace(Layer=Layer))
    sys.modules["tensorflow"] = tensorflow


def counters(layer):
    """The weights by the number that their name ends with."""
    if hasattr(layer, "c"):
        return dict(enumerate(layer.c))
    return {int(w.name.partition(":")[0].rpartition("/")[2][1:]): w for w in layer.weights}


def built(kind, x, **settings):
    layer = kind(**settings)
    layer.build((1, 1))
    layer.built = True
    return layer, counters(layer)


def changed(kind, settings, x, reused):
    """By counter, the worlds in which the layer wrote it."""
    ran = {}
    for a, b, fails in settings:
        layer, weights = built(kind, x, a=a, b=b, fails=fails)
        for world, given in WORLDS:
            if not reused:
                layer, weights = built(kind, x, a=a, b=b, fails=fails)
            for weight in weights.values():
                weight.assign(0.0)
            layer(x, **given)
            for number, weight in weights.items():
                if float(weight.numpy()) != 0.0:
                    ran.setdefault(str(number), set()).add(world)
    return {key: sorted(value) for key, value in ran.items()}


def main(how, *paths):
    if how == "python":
        put_counting_weights_in_place_of_keras()
        x = 1.0
    else:
        import tensorflow as tf

        x = tf.zeros((1, 1))
    settings = [(a, b, False) for a, b in itertools.product((False, True), repeat=2)]
    if how == "reused":
        settings += [(False, False, True), (True, True, True)]
    results = {}
    for path in paths:
        spec = importlib.util.spec_from_file_location("programs", path)
        module = sys.modules["programs"] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        for name, kind in vars(module).items():
            if name.startswith(("Program", "Mixed")):
                results[name] = changed(kind, settings, x, how == "reused")
    print("RESULT" + json.dumps(results))


if __name__ == "__main__":
    main(*sys.argv[1:])
