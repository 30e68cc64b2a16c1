"""The names of Keras, held against the Keras 2 and Keras 3 that are installed."""

from __future__ import annotations

import functools
import importlib.util
import json
import os
import subprocess
import sys

import pytest

from layerlint.facts import namespaces
from layerlint.facts.generations import keras2_only, keras3_only
from layerlint.facts.namespaces import OPERATION_HOMES, is_operation, keras_name, kind, tf_name

# Prints every public path of each class and function, every class in the source with what it is,
# and which of the names on stdin can be imported.
INTROSPECTION = """
import importlib, inspect, json, os, pkgutil, sys
package = sys.argv[1]
keras = importlib.import_module(package)
Layer, Model, Metric = keras.layers.Layer, keras.Model, keras.metrics.Metric

def kind(cls):
    if issubclass(cls, Metric):
        return "metric"
    return "model" if issubclass(cls, Model) else "layer" if issubclass(cls, Layer) else None

public = {}
def walk(module, prefix, seen):
    for name in dir(module):
        if name.startswith("_") or name in ("src", "api"):
            continue
        value = getattr(module, name)
        if inspect.ismodule(value):
            if value.__name__.startswith(package) and ".src" not in value.__name__ and (
                value.__name__ not in seen
            ):
                walk(value, f"{prefix}.{name}", seen | {value.__name__})
        elif inspect.isclass(value) or inspect.isfunction(value):
            source = f"{value.__module__}.{value.__qualname__}"
            public.setdefault(source, []).append(f"{prefix}.{name}")

walk(keras, "keras", {package})
source = {}
src = importlib.import_module(package + ".src")
for info in pkgutil.walk_packages(src.__path__, src.__name__ + "."):
    parts = info.name.split(".")
    wanted = ("layers", "models", "engine", "metrics", "losses", "optimizers", "legacy_tf_layers")
    if len(parts) < 3 or parts[2] not in wanted or parts[-1].endswith("_test"):
        continue
    try:
        module = importlib.import_module(info.name)
    except ImportError:
        continue  # benchmarks and tests need more than Keras
    for name, value in vars(module).items():
        if inspect.isclass(value) and value.__module__ == info.name:
            source[f"{info.name}.{value.__qualname__}"] = kind(value)

def importable(name):
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        try:
            value = importlib.import_module(".".join(parts[:length]))
        except ImportError:
            continue
        for part in parts[length:]:
            value = getattr(value, part, None)
        return value is not None
    return False

names = json.load(sys.stdin)
found = {name: importable(name.replace("keras", package, 1)) for name in names}
print(json.dumps({"public": public, "source": source, "importable": found}))
"""
KERAS_2_ONLY = [
    "keras.engine.topology",
    "keras.layers.core",
    "keras.layers.convolutional",
    "keras.layers.recurrent",
    "keras.layers.experimental.preprocessing",
    "keras.layers.normalization",
    "keras.layers.embeddings",
    "keras.layers.wrappers",
    "keras.layers.legacy_rnn.rnn_cell_impl",
    "keras.utils.generic_utils",
    "keras.utils.np_utils",
    "keras.utils.conv_utils",
    "keras.utils.tf_utils",
    "keras.backend.tensorflow_backend",
    "keras.src.engine",
    "keras.src.engine.base_layer",
]
KERAS_3_ONLY = [
    "keras.ops",
    "keras.ops.mean",
    "keras.random",
    "keras.tree",
    "keras.quantizers",
    "keras.dtype_policies",
    "keras.KerasTensor",
    "keras.Operation",
    "keras.Variable",
    "keras.StatelessScope",
]
# Nobody derives from these, and nothing in their names tells that they are models.
NOT_TOLD_BY_NAME = {
    "tf_keras.src.engine.training_v1.DistributedCallbackModel",
    "tf_keras.src.layers.preprocessing.preprocessing_stage.PreprocessingStage",
    "tf_keras.src.layers.preprocessing.preprocessing_stage.FunctionalPreprocessingStage",
}
PACKAGES = {2: "tf_keras", 3: "keras"}


@functools.cache
def introspected(generation: int) -> dict[str, dict]:
    legacy = {"TF_USE_LEGACY_KERAS": "1"} if generation == 2 else {}
    environment = {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "-1"}
    done = subprocess.run(
        [sys.executable, "-c", INTROSPECTION, PACKAGES[generation]],
        input=json.dumps(KERAS_2_ONLY + KERAS_3_ONLY),
        capture_output=True,
        text=True,
        env={**environment, **legacy},
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.parametrize("generation", [2, 3])
def test_every_class_in_the_source_is_known_for_what_it_is(generation):
    for dotted, expected in introspected(generation)["source"].items():
        found = kind(keras_name(dotted) or "")
        if dotted not in NOT_TOLD_BY_NAME and {expected, found} & {"layer", "model"}:
            assert found == expected, dotted


@pytest.mark.parametrize("generation", [2, 3])
def test_every_public_layer_is_known_by_each_of_its_names(generation):
    found = introspected(generation)
    for source, paths in found["public"].items():
        expected = found["source"].get(source)
        if expected in ("layer", "model"):
            for path in (source, *paths):
                assert kind(keras_name(path) or "") == expected, path


@pytest.mark.parametrize("generation", [2, 3])
def test_the_names_of_one_object_agree(generation):
    for source, paths in introspected(generation)["public"].items():
        parts = source.split(".")
        is_class = parts[-1][0].isupper()
        if parts[2] in ("layers", "models") and is_class and ".experimental." not in str(paths):
            assert keras_name(source) in {keras_name(path) for path in paths}, source


def test_the_source_of_an_operation_is_named_as_users_name_it():
    for source, paths in introspected(3)["public"].items():
        if source.startswith("keras.src.ops.") and any(p.startswith("keras.ops.") for p in paths):
            assert f"keras.{keras_name(source)}" in paths, source


@pytest.mark.parametrize("name", KERAS_2_ONLY)
def test_what_only_keras_2_has(name):
    assert keras2_only(name)
    assert keras2_only(name.replace("keras", "tensorflow.keras", 1))
    assert not keras3_only(name)
    assert not introspected(3)["importable"][name]


@pytest.mark.parametrize("name", KERAS_3_ONLY)
def test_what_only_keras_3_has(name):
    assert keras3_only(name)
    assert not keras2_only(name)
    assert introspected(3)["importable"][name]
    assert not introspected(2)["importable"][name]


@pytest.mark.parametrize("generation", [2, 3])
def test_public_names_are_not_taken_for_those_of_one_generation_by_mistake(generation):
    other = keras3_only if generation == 2 else keras2_only
    for paths in introspected(generation)["public"].values():
        for path in paths:
            assert not other(path), path


@pytest.mark.parametrize(
    ("dotted", "name"),
    [
        ("keras", ""),
        ("tensorflow.keras", ""),
        ("keras.Layer", "layers.Layer"),
        ("tf.keras.layers.Dense", "layers.Dense"),
        ("tensorflow.compat.v1.keras.layers.Dense", "layers.Dense"),
        ("tensorflow._api.v2.v2.keras.layers.Dense", "layers.Dense"),
        ("tensorflow.python.keras.layers.core.Dense", "layers.Dense"),
        ("tensorflow.contrib.keras.layers.Dense", "layers.Dense"),
        ("tensorflow.keras.layers.experimental.preprocessing.Rescaling", "layers.Rescaling"),
        ("keras.engine.topology.Layer", "layers.Layer"),
        ("keras.engine.Layer", "layers.Layer"),
        ("keras.engine.data_adapter.DataHandler", "engine.data_adapter.DataHandler"),
        ("tensorflow.keras.__internal__.layers.BaseRandomLayer", "layers.BaseRandomLayer"),
        ("keras.layers.merge._Merge", "layers._Merge"),
        ("keras.engine.training.Model", "Model"),
        ("keras.models.Model", "Model"),
        ("keras.models.load_model", "models.load_model"),
        ("keras.layers.concatenate", "layers.concatenate"),
        ("keras.src.layers.merging.concatenate.concatenate", "layers.concatenate"),
        ("keras.layers.Input", "Input"),
        ("tensorflow.keras.backend.mean", "backend.mean"),
        ("tf_keras.src.backend.mean", "backend.mean"),
        ("keras.src.ops.core.cond", "ops.cond"),
        ("keras.ops.image.resize", "ops.image.resize"),
        ("keras.src.random.random.normal", "random.normal"),
        ("keras.random.SeedGenerator", "random.SeedGenerator"),
        (
            "keras.src.saving.object_registration.register_keras_serializable",
            "saving.register_keras_serializable",
        ),
        ("keras.optimizers.schedules.ExponentialDecay", "optimizers.schedules.ExponentialDecay"),
        ("keras_core.layers.Dense", "layers.Dense"),
        ("keras_cv.layers.Dense", None),
        ("keras_hub.models.Backbone", None),
        ("kerasx.layers.Dense", None),
        ("tensorflow.random.normal", None),
        ("project.keras.layers.Dense", None),
    ],
)
def test_a_name_loses_its_prefix(dotted, name):
    assert keras_name(dotted) == name


@pytest.mark.parametrize(
    ("dotted", "name"),
    [
        ("tensorflow", ""),
        ("tensorflow.random.normal", "random.normal"),
        ("tensorflow.compat.v2.cond", "cond"),
        ("tensorflow.compat.v1.cond", "compat.v1.cond"),
        ("tensorflow.keras.layers.Dense", None),
        ("tensorflow.compat.v1.keras.backend.mean", None),
        ("tensorflow_probability.layers", None),
        ("numpy.random.normal", None),
    ],
)
def test_a_name_of_tensorflow_is_not_one_of_keras(dotted, name):
    assert tf_name(dotted) == name


@pytest.mark.parametrize(
    ("dotted", "package"),
    [
        ("keras.layers.Dense", "keras"),
        ("keras.src.layers.Dense", "keras"),
        ("tf_keras.layers.Dense", "tf_keras"),
        ("keras_core.layers.Dense", "keras_core"),
        ("tensorflow.keras.layers.Dense", "tensorflow.keras"),
        ("tensorflow.compat.v1.keras.layers.Dense", "tensorflow.keras"),
        ("tensorflow.python.keras.layers.Dense", "tensorflow.python.keras"),
        ("tensorflow.layers.Dense", None),
    ],
)
def test_the_package_through_which_keras_is_reached(dotted, package):
    assert namespaces.namespace(dotted) == package


@pytest.mark.parametrize("home", sorted(OPERATION_HOMES))
def test_keras_keeps_operations_where_the_table_says(home: str) -> None:
    assert importlib.util.find_spec(f"keras.src.{home}") is not None
    assert is_operation(f"keras.src.{home}.anything")


def test_layers_and_functions_that_only_look_alike_are_no_operations() -> None:
    assert is_operation("keras.ops.matmul")
    assert is_operation("tensorflow.keras.backend.dot")
    assert not is_operation("keras.src.layers.core.dense.Dense")
    assert not is_operation("my_keras.ops.matmul")
    assert not is_operation("ops.matmul")
