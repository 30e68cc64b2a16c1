"""The arguments of built-in layers are those of the installed ones."""

from __future__ import annotations

from layerlint.facts.layer_arguments import LAYER_ARGUMENTS

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
