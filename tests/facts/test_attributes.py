"""The table of attributes that cannot be set equals what the installed libraries refuse."""

from __future__ import annotations

import pytest

from layerlint.facts.attributes import unsettable

PROBE = """
import json
from tensorflow import keras

refused = {}
for kind, base in (("layer", keras.layers.Layer), ("model", keras.Model)):
    names = [name for name in dir(base) if not name.startswith("_")]
    names = [name for name in names if isinstance(getattr(base, name), property)]
    refused[kind] = []
    # Keras 3's `Model.layers` has a setter, which raises.
    for name in names:
        instance = base()
        try:
            setattr(instance, name, ["something"])
        except AttributeError:
            refused[kind].append(name)
        except Exception:
            pass  # the setter is there and does not like the value
print(json.dumps(refused))
"""


@pytest.mark.parametrize("generation", [2, 3])
def test_the_attributes_that_raise_when_they_are_assigned(ask, generation):
    refused = ask(generation, PROBE)
    for kind in ("layer", "model"):
        assert set(refused[kind]) == unsettable(generation, kind), kind
