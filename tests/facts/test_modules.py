"""The modules and names that are said to be gone cannot be imported from Keras 3."""

from __future__ import annotations

from layerlint.facts.modules import (
    KERAS_ONLY_MODULES,
    KERAS_ONLY_NAMES,
    MODULES,
    NAMES,
    PUBLIC,
    gone_module,
    gone_name,
    home,
)

IMPORTED = """
import importlib, json
from tensorflow import keras
seen = {}
for package in ("keras", "tensorflow.keras"):
    seen[package] = []
    for module in MODULES:
        try:
            importlib.import_module(f"{package}.{module}")
            seen[package].append(module)
        except ImportError:
            pass
print(json.dumps(seen))
"""

LOOKED_UP = """
import functools, importlib, json, keras as package
from tensorflow import keras
seen = []
for path, name in NAMES:
    for place, root in (("keras", package), ("tensorflow.keras", keras)):
        try:
            module = functools.reduce(getattr, path.split("."), root)
        except AttributeError:
            continue
        if hasattr(module, name):
            seen.append([place, path, name])
print(json.dumps(seen))
"""

CRAWLED = """
import importlib, json, types, keras as package
from tensorflow import keras

def crawl(root):
    found, stack, seen = {}, [("", root)], set()
    while stack:
        path, module = stack.pop()
        if id(module) in seen or path.count(".") > 3:
            continue
        seen.add(id(module))
        names = [name for name in dir(module) if not name.startswith("_")]
        found[path] = sorted(names)
        for name in names:
            value = getattr(module, name)
            if isinstance(value, types.ModuleType) and "keras" in value.__name__:
                stack.append((f"{path}.{name}" if path else name, value))
    return found

print(json.dumps([crawl(keras), crawl(package)]))
"""


def test_no_module_of_the_tables_can_be_imported_from_keras_3(ask):
    every = [*MODULES, *KERAS_ONLY_MODULES]
    seen = ask(3, IMPORTED.replace("in MODULES", f"in {every}"))
    assert seen == {"keras": [], "tensorflow.keras": list(KERAS_ONLY_MODULES)}


def test_no_name_of_the_table_is_found_in_keras_3(ask):
    every = [(path, name) for path, names in NAMES.items() for name in names]
    assert ask(3, LOOKED_UP.replace("in NAMES", f"in {every}")) == []


def test_names_that_only_tf_keras_has_are_not_found_in_keras(ask):
    every = [(path, name) for path, names in KERAS_ONLY_NAMES.items() for name in names]
    seen = ask(3, LOOKED_UP.replace("in NAMES", f"in {every}"))
    assert sorted(seen) == sorted(["tensorflow.keras", path, name] for path, name in every)


def test_whatever_keras_3_lacks_of_keras_2_is_in_the_tables(ask):
    before, _ = ask(2, CRAWLED)
    _, after = ask(3, CRAWLED)
    missing = []
    for path, names in before.items():
        if path.startswith("backend"):
            continue
        for name in names:
            inner = f"{path}.{name}" if path else name
            there = name in after.get(path, []) or inner in after
            said = gone_module(inner, "keras") is not None
            said = said or gone_name(path, name, "keras") is not None
            if there == said:
                missing.append(inner)
    assert missing == []


def test_the_public_homes_hold_their_names_in_both_generations(ask):
    for generation in (2, 3):
        _, package = ask(generation, CRAWLED)
        tf_keras, _ = ask(generation, CRAWLED)
        for path, names in PUBLIC.items():
            assert names <= set(tf_keras[path]), (generation, path)
            assert generation == 2 or names <= set(package[path]), path


def test_every_successor_of_a_name_is_there(ask):
    _, after = ask(3, CRAWLED)
    for table in (NAMES, KERAS_ONLY_NAMES):
        for path, names in table.items():
            assert {instead for instead in names.values() if instead} <= set(after[path])


def test_names_go_home_by_the_module_that_had_them():
    assert home("Layer", "engine") == "layers"
    assert home("Model", "engine") == "models"
    assert home("Dense", "layers.core") == "layers"
    assert home("to_categorical", "utils.np_utils") == "utils"
    assert home("conv_output_length", "utils.conv_utils") is None
    assert home("Tokenizer", "preprocessing.text") is None


def test_tf_keras_keeps_what_keras_lost():
    assert gone_module("preprocessing.text", "keras") == "preprocessing.text"
    assert gone_module("preprocessing.text", "tensorflow.keras") is None
    assert gone_name("losses", "mse", "tensorflow.keras") is None
    assert gone_name("losses", "mse", "keras") == "mean_squared_error"
