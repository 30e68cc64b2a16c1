"""What is said to be in the source of one generation is there, and not in the other."""

from __future__ import annotations

import functools
import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from layerlint.facts.dependents import TENSORFLOW_1
from layerlint.facts.generations import (
    KERAS_2_PARTS,
    NEW_NAMES,
    OLD_MODULES,
    SOURCE_MODULES,
    SOURCE_NAMES,
    before_2_9,
    keras2_only,
    keras3_only,
)

INTROSPECTION = """
import functools, importlib, importlib.util, json, sys
package, (modules, lost, new) = sys.argv[1], json.load(sys.stdin)
root = importlib.import_module(package)

def exists(module):
    try:
        return importlib.util.find_spec(f"{package}.src.{module}") is not None
    except ModuleNotFoundError:
        return False

def at(path, start):
    try:
        return functools.reduce(getattr, filter(None, path.split(".")), start)
    except AttributeError:
        return None

print(json.dumps([
    [module for module in modules if exists(module)],
    [
        f"{module} {name}" for module, names in lost.items() for name in names.split()
        if hasattr(importlib.import_module(f"{package}.src.{module}"), name)
    ],
    [f"{path} {name}" for path, names in new.items() for name in names.split()
     if hasattr(at(path, root), name)],
]))
"""


@functools.cache
def found(package: str) -> list[list[str]]:
    asked = json.dumps([sorted({*SOURCE_MODULES, *OLD_MODULES.split()}), SOURCE_NAMES, NEW_NAMES])
    environment = {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "-1"}
    done = subprocess.run(
        [sys.executable, "-c", INTROSPECTION, package],
        input=asked,
        capture_output=True,
        text=True,
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def pairs(table: dict[str, str]) -> list[str]:
    return [f"{path} {name}" for path, names in table.items() for name in names.split()]


def test_the_source_of_keras2_has_these_modules_and_names() -> None:
    modules, lost, _ = found("tf_keras")
    assert modules == sorted(SOURCE_MODULES)
    assert lost == pairs(SOURCE_NAMES)


def test_the_installed_keras2_lost_the_modules_of_its_early_versions() -> None:
    modules, _, _ = found("tf_keras")
    assert not set(OLD_MODULES.split()).intersection(modules)
    assert before_2_9("keras.layers.recurrent._generate_dropout_mask")
    assert not before_2_9("keras.layers.Layer")


def test_the_source_of_keras3_has_none_of_them() -> None:
    modules, lost, _ = found("keras")
    assert SOURCE_MODULES.isdisjoint(modules)
    assert lost == []


def test_the_names_of_keras3_are_new() -> None:
    assert found("keras")[2] == pairs(NEW_NAMES)
    assert found("tf_keras")[2] == []


def test_tensorflow_has_the_module_of_its_first_version_no_more() -> None:
    import importlib.util

    with pytest.raises(ModuleNotFoundError):
        importlib.util.find_spec(f"{TENSORFLOW_1}.slim")


@pytest.mark.parametrize(
    "name",
    [
        "keras.src.layers.convolutional.base_conv.Conv",
        "keras.src.layers.rnn.base_rnn.RNN",
        "keras.utils.multi_gpu_model",
        "keras.layers.CuDNNLSTM",
        "keras.preprocessing.text",
    ],
)
def test_imports_that_only_keras2_has(name: str) -> None:
    assert keras2_only(name)
    assert not keras3_only(name)


@pytest.mark.parametrize(
    "name",
    [
        "keras.src.layers.convolutional.base_conv.BaseConv",
        "keras.src.utils.tf_utils",
        "keras.layers.LSTM",
        "tensorflow.python.keras.utils.conv_utils",
        "tensorflow.python.keras.engine.base_layer",
        "tensorflow.keras.preprocessing.text",
        "keras",
    ],
)
def test_imports_that_both_have(name: str) -> None:
    assert not keras2_only(name)
    assert not keras3_only(name)


def test_the_private_copy_of_keras_2_is_there_beside_keras_3(ask) -> None:
    script = (
        "import json, keras\n"
        "from tensorflow.python.keras.utils import conv_utils\n"
        "from tensorflow.python.keras.engine import base_layer\n"
        "print(json.dumps(keras.__version__))"
    )
    assert ask(3, script).startswith("3.")


def test_layers_has_no_modules_in_keras_3():
    """Whatever is imported from below a module of `keras.layers` is of Keras 2."""
    keras = importlib.util.find_spec("keras")
    assert keras is not None
    (root,) = keras.submodule_search_locations or ()
    assert [path.name for path in Path(root, "layers").glob("*.py")] == ["__init__.py"]
    assert keras2_only("keras.layers.any_module.AnyLayer")
    assert not keras2_only("keras.layers.concatenate")


@pytest.mark.parametrize("part", KERAS_2_PARTS)
def test_a_part_of_names_is_one_of_modules_that_keras_2_alone_has(part: str) -> None:
    homes = ("keras", "keras.layers", "keras.utils", "keras.saving")
    assert any(keras2_only(f"{home}.{part}.anything") for home in homes)
