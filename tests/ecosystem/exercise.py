"""Makes, calls, copies, saves and loads every layer that some files define, and says what failed.

    python exercise.py ROOT FILE ...

Run by `fixes.py` in an interpreter that has what the files import; ROOT is put on the path. Prints
a line of JSON for each file: `ok` or the error, by layer and step.
"""

from __future__ import annotations

import importlib
import inspect
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# What arguments without a default are commonly called, and what they get.
_VALUES: dict[str, Any] = {
    "rate": 0.1,
    "prob": 0.1,
    "dropout": 0.1,
    "size": 3,
    "kernel": 3,
    "stride": 1,
    "activation": "relu",
    "initializer": "glorot_uniform",
    "name": "exercised",
    "shape": (4,),
    "axis": -1,
    "bias": True,
    "factor": 0.5,
    "value": 0.5,
}
_SIZE = 4
_SHAPES = ((2, 4), (2, 4, 4), (2, 8, 8, 4), (2, 4, 4, 4, 4))


def arguments_of(cls: type) -> dict[str, Any]:
    """A value for each argument that must be given, guessed from its name."""
    found = {}
    for parameter in list(inspect.signature(cls).parameters.values()):
        named = parameter.kind not in (parameter.VAR_KEYWORD, parameter.VAR_POSITIONAL)
        if named and parameter.default is parameter.empty:
            hits = (value for word, value in _VALUES.items() if word in parameter.name)
            found[parameter.name] = next(hits, _SIZE)
    return found


def steps(cls: type, keras: Any, numpy: Any) -> Iterator[tuple[str, str]]:
    """Each step of the life of a layer, and what it came to; what builds on a failed one is not."""
    try:
        keras.utils.set_random_seed(0)
        layer: Any = cls(**arguments_of(cls))
    except Exception as error:
        yield "make", told(error)
        return
    yield "make", "ok"
    try:
        type(layer).from_config(layer.get_config())
        yield "copy", "ok"
    except Exception as error:
        yield "copy", told(error)
    for shape in _SHAPES:
        try:
            layer = cls(**arguments_of(cls))
            layer(numpy.ones(shape, "float32"))
        except Exception as error:
            yield f"call {len(shape)}", told(error)
            continue
        yield f"call {len(shape)}", "ok"
        yield f"save {len(shape)}", saved(cls, keras, shape)


def saved(cls: type, keras: Any, shape: tuple[int, ...]) -> str:
    """Whether a model with the layer is built, run, saved and loaded."""
    try:
        inputs = keras.Input(shape[1:])
        model = keras.Model(inputs, cls(**arguments_of(cls))(inputs))
        with tempfile.TemporaryDirectory() as directory:
            path = str(Path(directory, "model.keras"))
            model.save(path)
            keras.models.load_model(path, custom_objects={cls.__name__: cls})
    except Exception as error:
        return told(error)
    return "ok"


def told(error: Exception) -> str:
    """The error in one short line."""
    return f"{type(error).__name__}: {str(error).strip()[:160]}".replace("\n", " ")


def layers_of(module: Any, keras: Any) -> Iterator[type]:
    """The layers that a module itself defines, models left out."""
    for value in list(vars(module).values()):
        if not isinstance(value, type) or value.__module__ != module.__name__:
            continue
        if issubclass(value, keras.layers.Layer) and not issubclass(value, keras.Model):
            yield value


def main(root: str, files: list[str]) -> None:
    """Exercise the layers of each file."""
    sys.path.insert(0, root)
    numpy = importlib.import_module("numpy")
    keras: Any = importlib.import_module("tensorflow").keras
    for file in files:
        parts = Path(file).relative_to(root).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        outcomes = {}
        try:
            module = importlib.import_module(name)
            outcomes[f"import {name}"] = "ok"
        except Exception as error:
            print(json.dumps({f"import {name}": told(error)}), flush=True)
            continue
        for cls in layers_of(module, keras):
            for step, outcome in steps(cls, keras, numpy):
                outcomes[f"{name}.{cls.__name__} {step}"] = outcome
        print(json.dumps(outcomes), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
