"""The table of mode-dependent layers holds against the installed Keras 2 and Keras 3.

Run as a script with a generation (2 or 3) this file runs every exported layer that takes
`training`, in both modes, and prints what it saw as JSON.
"""

from __future__ import annotations

import inspect
import json
import os
import subprocess
import sys
from typing import Any

import pytest

from layerlint.facts.modes import (
    AUGMENTATION,
    MODES,
    UNKNOWN,
    acts_in_training_by_default,
    mode_dependent,
)

# Layer, constructor arguments, kind of input. A tuple stands for a layer that is held.
Recipe = tuple[str, dict[str, Any], str]
DENSE: tuple[str, dict[str, Any]] = ("Dense", {"units": 3})
DROPOUT: tuple[str, dict[str, Any]] = ("Dropout", {"rate": 0.5})
CONVOLUTION = {"filters": 2, "kernel_size": 3}


def recipes() -> list[Recipe]:
    both: list[Recipe] = [
        ("BatchNormalization", {}, "vector"),
        ("BatchNormalization", {"trainable": False}, "vector"),
        ("SyncBatchNormalization", {}, "vector"),
        ("SpectralNormalization", {"layer": DENSE}, "vector"),
        ("Dense", {"units": 3}, "vector"),
        ("EinsumDense", {"equation": "ab,bc->ac", "output_shape": 3}, "vector"),
        ("RNN", {"cell": ("LSTMCell", {"units": 3})}, "series"),
        ("RNN", {"cell": ("GRUCell", {"units": 3, "dropout": 0.5})}, "series"),
        ("StackedRNNCells", {"cells": [("LSTMCell", {"units": 3})]}, "cell"),
        (
            "StackedRNNCells",
            {"cells": [("LSTMCell", {"units": 3, "recurrent_dropout": 0.5})]},
            "cell",
        ),
        ("Bidirectional", {"layer": ("LSTM", {"units": 3})}, "series"),
        ("Bidirectional", {"layer": ("LSTM", {"units": 3, "dropout": 0.5})}, "series"),
        ("TimeDistributed", {"layer": DENSE}, "series"),
        ("TimeDistributed", {"layer": DROPOUT}, "series"),
        ("Pipeline", {"layers": [DENSE]}, "vector"),
        ("Pipeline", {"layers": [DROPOUT]}, "vector"),
        ("Sequential", {"layers": [DENSE]}, "vector"),
        ("Sequential", {"layers": [DENSE, DROPOUT]}, "vector"),
        ("CenterCrop", {"height": 5, "width": 5}, "image"),
        ("Resizing", {"height": 5, "width": 5}, "image"),
        ("RandomCrop", {"height": 5, "width": 5}, "image"),
        ("AutoContrast", {}, "image"),
        ("ContrastLimitedAdaptiveHistogramEqualization", {}, "image"),
        ("Equalization", {}, "image"),
        ("AugMix", {}, "image"),
        ("RandAugment", {}, "image"),
        ("RandomFlip", {}, "image"),
        ("RandomColorJitter", {"brightness_factor": 0.5}, "image"),
        ("RandomPosterization", {"factor": 3}, "image"),
        ("RandomShear", {"x_factor": 0.5, "y_factor": 0.5}, "image"),
        ("RandomTranslation", {"height_factor": 0.5, "width_factor": 0.5}, "image"),
        ("RandomZoom", {"height_factor": 0.5}, "image"),
        ("Solarization", {"addition_factor": 0.5, "threshold_factor": 0.5}, "image"),
        ("CutMix", {}, "labelled"),
        ("MixUp", {}, "labelled"),
        ("MaxNumBoundingBoxes", {"max_number": 2, "bounding_box_format": "xyxy"}, "boxes"),
    ]
    for rate in (0.5, 0.0):
        both += [
            ("Dropout", {"rate": rate}, "vector"),
            ("AlphaDropout", {"rate": rate}, "vector"),
            ("GaussianDropout", {"rate": rate}, "vector"),
            ("GaussianNoise", {"stddev": rate}, "vector"),
            ("SpatialDropout1D", {"rate": rate}, "series"),
            ("SpatialDropout2D", {"rate": rate}, "image"),
            ("SpatialDropout3D", {"rate": rate}, "volume"),
            ("Attention", {"dropout": rate}, "pair"),
            ("AdditiveAttention", {"dropout": rate}, "pair"),
            ("MultiHeadAttention", {"num_heads": 2, "key_dim": 4, "dropout": rate}, "query"),
            (
                "GroupQueryAttention",
                {"head_dim": 4, "num_query_heads": 2, "num_key_value_heads": 1, "dropout": rate},
                "query",
            ),
        ]
        for switch in ("dropout", "recurrent_dropout"):
            both += [
                (name, {"units": 3, switch: rate}, "series")
                for name in ("LSTM", "GRU", "SimpleRNN")
            ]
            both += [
                (f"ConvLSTM{rank}D", {**CONVOLUTION, switch: rate}, f"film{rank}")
                for rank in (1, 2, 3)
            ]
            both += [
                (name, {"units": 3, switch: rate}, "cell")
                for name in ("LSTMCell", "GRUCell", "SimpleRNNCell")
            ]
    done = {name for name, _, _ in both}
    both += [(name, {"factor": 0.5}, "image") for name in sorted(AUGMENTATION - done)]
    return both


def answer(name: str, arguments: dict[str, Any]) -> bool | None:
    """What the table says, asked as the checks ask it: held layers by their own answer."""
    told = {key: _held_answer(value) for key, value in arguments.items()}
    return mode_dependent(f"layers.{name}", told)


def _held_answer(value: Any) -> Any:
    if isinstance(value, tuple):
        return answer(*value)
    if isinstance(value, list):
        return any(answer(*held) for held in value)
    return value


@pytest.fixture(scope="module", params=[2, 3])
def seen(request: pytest.FixtureRequest) -> dict[str, Any]:
    environment = dict(os.environ, TF_CPP_MIN_LOG_LEVEL="3", CUDA_VISIBLE_DEVICES="-1")
    run = subprocess.run(
        [sys.executable, __file__, str(request.param)],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert run.returncode == 0, run.stderr[-3000:]
    return json.loads(run.stdout.splitlines()[-1])


def test_every_layer_behaves_as_the_table_says(seen: dict[str, Any]) -> None:
    wrong = [
        (name, arguments, f"observed {observed}")
        for name, arguments, _ in recipes()
        if (observed := seen["differs"].get(json.dumps([name, arguments]))) is not None
        and observed != answer(name, arguments)
    ]
    assert wrong == []


def test_augmentation_acts_in_training_when_no_mode_is_given(seen: dict[str, Any]) -> None:
    by_default = {name for name in seen["by_default"] if name != "Pipeline"}
    assert by_default == AUGMENTATION & set(seen["taking"])


def test_every_exported_layer_that_takes_training_was_run(seen: dict[str, Any]) -> None:
    opaque = {name for name, mode in MODES.items() if mode.opaque}
    ran = {json.loads(key)[0] for key in seen["differs"]}
    assert set(seen["taking"]) - ran - opaque - {"Lambda"} == set()


def test_every_layer_of_the_table_is_exported_somewhere(seen: dict[str, Any]) -> None:
    missing = set(MODES) - set(seen["exported"])
    assert missing <= {2: KERAS_3_ONLY, 3: KERAS_2_ONLY}[seen["generation"]]


def test_a_layer_that_takes_no_training_is_not_in_the_table(seen: dict[str, Any]) -> None:
    assert set(MODES) & set(seen["exported"]) - set(seen["taking"]) == set()


KERAS_2_ONLY = {"SyncBatchNormalization", "DenseFeatures"}
KERAS_3_ONLY = {
    "Pipeline",
    "GroupQueryAttention",
    "FlaxLayer",
    "JaxLayer",
    "TFSMLayer",
    "TorchModuleWrapper",
} | (AUGMENTATION - {
    "RandomBrightness",
    "RandomContrast",
    "RandomCrop",
    "RandomFlip",
    "RandomHeight",
    "RandomRotation",
    "RandomTranslation",
    "RandomWidth",
    "RandomZoom",
})  # fmt: skip


def test_a_rate_that_cannot_be_read_counts_as_set() -> None:
    assert mode_dependent("layers.Dropout", {"rate": UNKNOWN}) is True
    assert mode_dependent("layers.LSTM", {"units": 4}) is False
    assert mode_dependent("layers.LSTM", {"units": 4, "**": UNKNOWN}) is None


def test_a_wrapper_is_as_its_layer_and_unknown_where_that_is_unknown() -> None:
    assert mode_dependent("layers.TimeDistributed", {"layer": True}) is True
    assert mode_dependent("layers.TimeDistributed", {"layer": False}) is False
    assert mode_dependent("layers.TimeDistributed", {"layer": None}) is None
    assert mode_dependent("layers.TimeDistributed", {"layer": UNKNOWN}) is None


def test_foreign_code_is_unknown() -> None:
    assert mode_dependent("layers.JaxLayer", {"call_fn": UNKNOWN}) is None


def test_only_augmentation_acts_in_training_unasked() -> None:
    assert acts_in_training_by_default("layers.experimental.preprocessing.RandomFlip")
    assert not acts_in_training_by_default("layers.Dropout")


def main(generation: int) -> None:
    """Run the recipes that this Keras exports and print what was seen."""
    os.environ["TF_USE_LEGACY_KERAS"] = "1" if generation == 2 else "0"
    import numpy as np
    import tensorflow as tf
    from tensorflow import keras

    exported = _exported(keras)
    inputs = _inputs(np.random.RandomState(0))

    def construct(value: Any) -> Any:
        if isinstance(value, tuple):
            name, arguments = value
            return exported[name](**{key: construct(held) for key, held in arguments.items()})
        return [construct(held) for held in value] if isinstance(value, list) else value

    class _Caller(keras.layers.Layer):
        """Calls as a layer of a user would: the flag comes from the context."""

        def __init__(self, layer: Any, kind: str) -> None:
            super().__init__()
            self.layer, self.kind = layer, kind

        def call(self, x: Any) -> Any:
            if self.kind == "query":
                return self.layer(x, x)
            return self.layer(x)

    def watch(recipe: Recipe, **flag: bool) -> list[Any]:
        """Three calls of a new layer: all outputs, and the weights as they are afterwards."""
        name, arguments, kind = recipe
        keras.utils.set_random_seed(0)
        layer = construct((name, arguments))
        if kind == "cell":
            outputs = [_run_cell(layer, tf.constant(inputs[kind]), flag) for _ in range(3)]
        else:
            outputs = [_Caller(layer, kind)(inputs[kind], **flag) for _ in range(3)]
        return [np.asarray(leaf) for leaf in tf.nest.flatten([outputs, layer.get_weights()])]

    def same(first: list[Any], second: list[Any]) -> bool:
        return len(first) == len(second) and all(map(np.array_equal, first, second))

    differs, by_default = {}, set()
    for recipe in recipes():
        name, arguments, _ = recipe
        if name not in exported:
            continue
        idle = watch(recipe, training=False)
        assert same(idle, watch(recipe, training=False)), f"{name} cannot be repeated"
        differs[json.dumps([name, arguments])] = not same(idle, watch(recipe, training=True))
        if not same(idle, watch(recipe)):
            by_default.add(name)
    taking = [name for name, kind in exported.items() if _takes_training(kind)]
    print(
        json.dumps(
            {
                "generation": generation,
                "exported": list(exported),
                "taking": taking,
                "differs": differs,
                "by_default": sorted(by_default),
            }
        )
    )


def _exported(keras: Any) -> dict[str, Any]:
    spaces = [keras.layers]
    experimental = getattr(keras.layers, "experimental", None)
    if experimental is not None:
        spaces += [experimental, experimental.preprocessing]
    found = {"Sequential": keras.Sequential}
    for space in spaces:
        for name in sorted(dir(space)):
            value = getattr(space, name)
            if inspect.isclass(value) and issubclass(value, keras.layers.Layer):
                found.setdefault(name, value)
    return found


def _run_cell(cell: Any, x: Any, flag: dict[str, bool]) -> Any:
    """One step from a state that is not zero: dropout on a zero state would not show."""

    def state(size: Any) -> Any:
        return [state(part) for part in size] if isinstance(size, (list, tuple)) else x[:, :size]

    sizes = cell.state_size
    return cell(x, state(sizes if isinstance(sizes, (list, tuple)) else [sizes]), **flag)


def _takes_training(kind: Any) -> bool:
    return "training" in inspect.signature(kind.call).parameters


def _inputs(random: Any) -> dict[str, Any]:
    def numbers(*shape: int) -> Any:
        return random.rand(*shape).astype("float32")

    image = random.randint(0, 255, (4, 8, 8, 3)).astype("float32")
    return {
        "vector": numbers(4, 8),
        "series": numbers(4, 6, 8),
        "image": image,
        "volume": numbers(2, 4, 4, 4, 3),
        "pair": [numbers(4, 6, 8), numbers(4, 6, 8)],
        "query": numbers(4, 6, 8),
        "cell": numbers(4, 8),
        "film1": numbers(2, 3, 4, 2),
        "film2": numbers(2, 3, 4, 4, 2),
        "film3": numbers(2, 3, 4, 4, 4, 2),
        "labelled": {"images": image, "labels": numbers(4, 4)},
        "boxes": {
            "images": image,
            "bounding_boxes": {"boxes": numbers(4, 3, 4), "labels": numbers(4, 3)},
        },
    }


if __name__ == "__main__":
    main(int(sys.argv[1]))
