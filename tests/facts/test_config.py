"""What built-in layers do not save is what the installed ones do not save."""

from __future__ import annotations

import pytest

from layerlint.facts.config import (
    BASE_KEYS,
    HANDED_FIRST,
    KEPT_ATTRIBUTES,
    SAVED_OF_CELL,
    SAVES_ITS_OWN,
    UNSAVED,
    UNSAVED_BY_BASE,
)
from layerlint.model.constructor import BASE_ARGUMENTS

SCRIPT = """
import inspect
import json
from tensorflow import keras

VALUES = dict(
    activation="relu", axes=1, cell=keras.layers.LSTMCell(2), dims=(1,), equation="ab,bc->ac",
    factor=0.1, filters=2, function=abs, groups=1, head_dim=2, height=4, input_dim=3, key_dim=2,
    kernel_size=2, layer=keras.layers.LSTM(2), n=2, num_heads=1, num_key_value_heads=1,
    num_query_heads=2, output_dim=3, output_shape=(2,), rate=0.1, scale=1.0, stddev=0.1,
    target_shape=(2,), units=2, width=4,
)
unsaved = set()
for name in dir(keras.layers):
    kind = getattr(keras.layers, name)
    if not (inspect.isclass(kind) and issubclass(kind, keras.layers.Layer)):
        continue
    parameters = [
        parameter
        for parameter in inspect.signature(kind.__init__).parameters.values()
        if parameter.name != "self" and parameter.kind in (1, 3)
    ]
    required = [parameter.name for parameter in parameters if parameter.default is parameter.empty]
    if not VALUES.keys() >= set(required):
        continue
    try:
        config = kind(**{name: VALUES[name] for name in required}).get_config()
    except (ImportError, TypeError, ValueError):
        continue
    unsaved |= {parameter.name for parameter in parameters} - config.keys()
print(json.dumps(sorted(unsaved)))
"""


def test_the_installed_layers_leave_out_these_arguments(ask):
    unsaved = set(ask(2, SCRIPT)) | set(ask(3, SCRIPT))
    assert unsaved - BASE_ARGUMENTS == UNSAVED


FIRST = """
import json
from tensorflow import keras

found = {}
for name in NAMES:
    kind = getattr(keras.layers, name.removeprefix("layers."))
    held = keras.layers.LSTMCell(2) if name.endswith("RNN") else keras.layers.LSTM(2)
    config, given = kind(held).get_config(), []

    class Own(kind):
        def __init__(self, *args, **kwargs):
            given.append([[type(each).__name__ for each in args], sorted(kwargs)])
            super().__init__(held)

    keys = set(config)
    Own.from_config(config)
    [[first], rest] = given[0]
    assert first == type(held).__name__
    [found[name]] = keys - set(rest) - {"num_constants"}
print(json.dumps(found))
"""


@pytest.mark.parametrize("generation", [2, 3])
def test_some_hand_what_they_hold_to_the_first_argument(ask, generation: int) -> None:
    assert ask(generation, f"NAMES = {list(HANDED_FIRST)!r}\n{FIRST}") == HANDED_FIRST


OWN = """
import inspect
import json
from tensorflow import keras

found = []
for name in dir(keras.layers):
    kind = getattr(keras.layers, name)
    if inspect.isclass(kind) and issubclass(kind, keras.layers.Layer):
        owner = next(base for base in kind.__mro__ if "save_own_variables" in vars(base))
        if ".core." in owner.__module__ or ".convolutional." in owner.__module__:
            found.append(f"layers.{name}")
print(json.dumps(found))
"""


def test_these_layers_save_a_list_of_their_own(ask):
    assert set(ask(2, OWN)) == set()
    assert set(ask(3, OWN)) - {"layers.ReversibleEmbedding"} == SAVES_ITS_OWN.keys()


def test_nothing_but_the_base_classes_among_the_roots_has_a_config_of_its_own(ask) -> None:
    script = """
import json, keras
from layerlint.facts.config import ROOTS
kinds = {name: getattr(keras.layers, name.removeprefix("layers."), None) for name in ROOTS}
known = {name: kind for name, kind in kinds.items() if kind is not None}
print(json.dumps({name: "get_config" in vars(kind) for name, kind in sorted(known.items())}))
"""
    own = {"layers.ELU": False, "layers.Identity": False, "layers.Layer": True}
    assert ask(3, script) == own


KEPT = """
import inspect
import json
from tensorflow import keras
from layerlint.facts.config import KEPT_ATTRIBUTES

VALUES = dict(
    activation="relu", cell=keras.layers.LSTMCell(2), filters=2, input_dim=3, kernel_size=2,
    layer=keras.layers.Dense(2), output_dim=3, pool_size=2, rate=0.1, stddev=0.1, units=2,
)


class Other:
    def get_config(self):
        return {"other": 1}


def follows(kind, arguments, name):
    made = kind(**arguments)
    before = made.get_config()[name]
    try:
        setattr(made, name, Other())
    except AttributeError:
        return False
    try:
        return made.get_config()[name] != before
    except Exception:  # it was read, and cannot be written as a config
        return True


wrong = []
for name, attributes in KEPT_ATTRIBUTES.items():
    kind = getattr(keras.layers, name)
    arguments = {
        each.name: VALUES[each.name]
        for each in inspect.signature(kind.__init__).parameters.values()
        if each.name in VALUES
        and (each.default is each.empty or each.name == "pool_size")
    }
    wrong += [f"{name}.{each}" for each in attributes if not follows(kind, arguments, each)]
print(json.dumps(wrong))
"""


@pytest.mark.parametrize("generation", [2, 3])
def test_built_in_layers_save_what_these_attributes_hold_when_they_are_asked(
    ask, generation: int
) -> None:
    assert KEPT_ATTRIBUTES
    assert ask(generation, KEPT) == []


@pytest.mark.parametrize("generation", [2, 3])
def test_the_base_takes_these_arguments_and_saves_none_of_them(ask, generation: int) -> None:
    script = """
import json
from tensorflow import keras
from layerlint.facts.config import UNSAVED_BY_BASE

print(json.dumps(sorted(UNSAVED_BY_BASE & keras.layers.Layer().get_config().keys())))
"""
    assert ask(generation, script) == []
    assert UNSAVED_BY_BASE < BASE_ARGUMENTS


@pytest.mark.parametrize("generation", [2, 3])
def test_the_config_of_the_base_has_these_keys(ask, generation: int) -> None:
    script = """
import json
from tensorflow import keras

def saved(base):
    class Own(base):
        def __init__(self, size, **kwargs):
            super().__init__(**kwargs)

        def get_config(self):
            return super().get_config()

    return sorted(Own(1).get_config())

print(json.dumps([saved(base) for base in (keras.layers.Layer, keras.Model)]))
"""
    layer, model = ask(generation, script)
    assert set(layer) == BASE_KEYS["layer"]
    assert set(model) == (BASE_KEYS["model"] if generation == 3 else set())


OF_CELL = """
import json
from tensorflow import keras
from layerlint.facts.config import SAVED_OF_CELL

wrong = []
for name, saved in SAVED_OF_CELL.items():
    class Own(getattr(keras.layers, name)):
        def __init__(self):
            cell = getattr(keras.layers, name + "Cell")(7, activation="relu", dropout=0.25)
            super(getattr(keras.layers, name), self).__init__(cell)

    config = Own().get_config()
    wrong += sorted(saved - config.keys())
    wrong += [name] * ((config["units"], config["activation"]) != (7, "relu"))
print(json.dumps(wrong))
"""


@pytest.mark.parametrize("generation", [2, 3])
def test_recurrent_layers_save_what_their_cell_has(ask, generation: int) -> None:
    assert SAVED_OF_CELL
    assert set(ask(generation, OF_CELL)) == ({"seed"} if generation == 2 else set())
