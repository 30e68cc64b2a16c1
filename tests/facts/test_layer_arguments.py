"""The arguments of built-in layers are those of the installed ones."""

from __future__ import annotations

import pytest

from layerlint.facts.layer_arguments import (
    FIRST_ARGUMENTS,
    LAYER_ARGUMENTS,
    MADE_WHOLE,
    SIZES,
)

SCRIPT = """
import inspect
import json
from tensorflow import keras

found = set()
for name in dir(keras.layers):
    kind = getattr(keras.layers, name)
    if inspect.isclass(kind) and issubclass(kind, keras.layers.Layer):
        parameters = inspect.signature(kind.__init__).parameters.values()
        found |= {each.name for each in parameters if each.name != "self" and each.kind in (1, 3)}
print(json.dumps(sorted(found)))
"""


def test_built_in_layers_take_these_arguments(ask) -> None:
    assert set(ask(2, SCRIPT)) | set(ask(3, SCRIPT)) == LAYER_ARGUMENTS


FIRST = """
import inspect
import json
from tensorflow import keras

found = {}
for name, first in TABLE.items():
    parameters = inspect.signature(getattr(keras.layers, name).__init__).parameters
    found[name] = list(parameters)[1 : 1 + len(first)]
print(json.dumps(found))
"""


@pytest.mark.parametrize("generation", [2, 3])
def test_first_arguments(ask, generation: int) -> None:
    found = ask(generation, f"TABLE = {FIRST_ARGUMENTS!r}\n{FIRST}")
    assert {name: tuple(first) for name, first in found.items()} == FIRST_ARGUMENTS


FLOATS = """
import json
import numpy as np
from tensorflow import keras

GOOD = {"kernel_size": 3, "filters": 4, "input_dim": 9, "output_dim": 4, "num_heads": 2}
GOOD |= {"key_dim": 4, "units": 4, "pool_size": 2, "groups": 2, "n": 2, "size": 2}
taken = []
for name, sizes in TABLE.items():
    for size in sizes:
        given = {each: GOOD[each] for each in sizes} | {size: float(GOOD[size])}
        rank = 4 if "2D" in name or name == "GroupNormalization" else 5 if "3D" in name else 3
        rank = 2 if name in ("Dense", "RepeatVector", "Embedding") or "Cell" in name else rank
        x = np.ones((2, 6, 6, 6, 6)[:rank], "int32" if name == "Embedding" else "float32")
        try:
            layer = getattr(keras.layers, name)(**given)
            if "Cell" in name:
                layer, x = keras.layers.RNN(layer), np.ones((2, 6, 6), "float32")
            layer(x, x) if name == "MultiHeadAttention" else layer(x)
            taken.append([name, size])
        except (TypeError, ValueError):
            pass
print(json.dumps(taken))
"""


def test_some_sizes_are_no_floats(ask) -> None:
    script = f"TABLE = {SIZES!r}\n{FLOATS}"
    assert ask(3, script) == []
    whole = {(name, size) for name, sizes in SIZES.items() for size in sizes} & MADE_WHOLE
    assert {(name, size) for name, size in ask(2, script)} == whole
