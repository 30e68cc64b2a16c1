"""What the Keras of several backends had is gone from the Keras 2 of TensorFlow."""

from __future__ import annotations

import importlib

import pytest

from layerlint.facts.multi_backend import NAMES, multi_backend


@pytest.mark.parametrize("module", sorted(NAMES))
@pytest.mark.parametrize("package", ["tf_keras", "keras"])
def test_what_is_installed_has_lost_the_names(package: str, module: str) -> None:
    installed = importlib.import_module(f"{package}.{module}")
    assert [name for name in NAMES[module].split() if hasattr(installed, name)] == []


@pytest.mark.parametrize(
    "name",
    [
        "keras.engine.topology.Layer",
        "keras.engine.topology.get_source_inputs",
        "keras.engine.Layer",
        "keras.engine.*",
        "keras.engine",
        "keras.layers.recurrent.Recurrent",
        "keras.layers.merge.Concatenate",
        "keras.legacy.interfaces",
        "keras.backend.tensorflow_backend.set_session",
        "keras.backend.set_image_dim_ordering",
        "keras.utils.generic_utils.serialize_keras_object",
        "keras.utils.np_utils",
        "keras.utils.multi_gpu_model",
    ],
)
def test_a_name_of_the_old_package_tells_it(name: str) -> None:
    assert multi_backend(name)


@pytest.mark.parametrize(
    "name",
    [
        "tensorflow.keras.engine.topology.Layer",
        "tensorflow.python.keras.engine.base_layer.Layer",
        "tf_keras.layers.merge.Concatenate",
        "keras.src.engine.base_layer.Layer",
        "keras.layers.core.dense.Dense",
        "keras.layers.normalization.batch_normalization.BatchNormalization",
        "keras.engine.functional.Functional",
        "keras.engine.keras_tensor.KerasTensor",
        "keras.layers.Dense",
        "keras.utils.to_categorical",
        "keras.layers.experimental.preprocessing",
    ],
)
def test_a_name_of_another_package_does_not(name: str) -> None:
    assert not multi_backend(name)


def test_no_later_keras_2_has_the_topology() -> None:
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module("tf_keras.src.engine.topology")
