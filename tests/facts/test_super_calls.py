"""The table of what `super().call()` loses holds in the installed Keras 2 and 3.

Run as a script with a generation (2 or 3) this file prints what it sees there as JSON.
"""

from __future__ import annotations

import inspect
import json
import os
import subprocess
import sys

import pytest

from layerlint.facts.modes import mode_of
from layerlint.facts.super_calls import USES_MASK, augments_by_default, loses_training

# How each layer is made, and the shape of what it is given; images where nothing is said.
IMAGES = (2, 8, 8, 3)
CASES = {
    "AlphaDropout": ((0.5,), {}, (8, 16)),
    "BatchNormalization": ((), {}, (8, 16)),
    "Bidirectional": (("LSTM",), {}, (4, 5, 6)),
    "ConvLSTM1D": ((2, 3), {"dropout": 0.5}, (1, 2, 6, 3)),
    "ConvLSTM2D": ((2, 3), {"dropout": 0.5}, (1, 2, 6, 6, 3)),
    "ConvLSTM3D": ((2, 3), {"dropout": 0.5}, (1, 2, 4, 4, 4, 3)),
    "Dropout": ((0.5,), {}, (8, 16)),
    "GRU": ((4,), {"dropout": 0.5}, (4, 5, 6)),
    "GaussianDropout": ((0.5,), {}, (8, 16)),
    "GaussianNoise": ((1.0,), {}, (8, 16)),
    "LSTM": ((4,), {"dropout": 0.5}, (4, 5, 6)),
    "RNN": (("LSTMCell",), {}, (4, 5, 6)),
    "RandomCrop": ((4, 4), {}, IMAGES),
    "RandomTranslation": ((0.5, 0.5), {}, IMAGES),
    "SimpleRNN": ((4,), {"dropout": 0.5}, (4, 5, 6)),
    "SpatialDropout1D": ((0.5,), {}, (4, 5, 6)),
    "SpatialDropout2D": ((0.5,), {}, IMAGES),
    "SpatialDropout3D": ((0.5,), {}, (1, 2, 8, 8, 3)),
    "SpectralNormalization": (("Dense",), {}, (8, 16)),
    "TimeDistributed": (("Dropout",), {}, (4, 5, 6)),
}
# One factor each.
FACTORS = (
    *("RandomBrightness", "RandomColorDegeneration", "RandomContrast", "RandomHeight", "RandomHue"),
    *("RandomRotation", "RandomSaturation", "RandomSharpness", "RandomWidth", "RandomZoom"),
)
# Not run: they hold foreign code, take several inputs, or change too little to be seen here.
NOT_RUN = {
    *("AdditiveAttention", "Attention", "MultiHeadAttention", "GroupQueryAttention"),
    *("GRUCell", "LSTMCell", "SimpleRNNCell", "StackedRNNCells"),
    *("FlaxLayer", "JaxLayer", "Lambda", "Pipeline", "TFSMLayer", "TorchModuleWrapper"),
    *("AutoContrast", "CenterCrop", "DenseFeatures", "Equalization", "RandomColorJitter"),
    *("RandomPosterization", "RandomShear", "Solarization"),
}


@pytest.fixture(scope="module", params=[2, 3], ids=["keras2", "keras3"])
def installed(request: pytest.FixtureRequest) -> dict:
    """What the installed Keras of one generation does, seen from a process of its own."""
    environment = {
        **os.environ,
        "TF_USE_LEGACY_KERAS": "1" if request.param == 2 else "0",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "CUDA_VISIBLE_DEVICES": "-1",
    }
    run = subprocess.run(
        [sys.executable, __file__], env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return {"generation": request.param, **json.loads(run.stdout)}


def test_the_mode_is_lost_just_where_the_table_says(installed):
    lost = installed["lost"]
    assert len(lost) >= 25
    assert {name for name in lost if lost[name] is not None} == {
        name for name in lost if installed["generation"] in loses_training(name)
    }


def test_only_augmentation_acts_as_in_training_without_the_flag(installed):
    lost = installed["lost"]
    augmenting = {name for name in lost if lost[name] == "always"}
    assert augmenting == {name for name in lost if augments_by_default(name)}


def test_every_layer_that_takes_the_flag_was_looked_at(installed):
    looked_at = set(installed["lost"]) | NOT_RUN
    assert {name for name in installed["takers"] if mode_of(f"layers.{name}")} <= looked_at


def test_each_layer_of_the_mask_table_takes_a_mask(installed):
    assert set(installed["masks"]) >= USES_MASK


def _look() -> dict[str, object]:
    from tensorflow import keras

    classes = {
        name: item
        for name in dir(keras.layers)
        if inspect.isclass(item := getattr(keras.layers, name))
        and issubclass(item, keras.layers.Layer)
    }
    parameters = {name: inspect.signature(item.call).parameters for name, item in classes.items()}
    takers = [name for name in classes if "training" in parameters[name]]
    known = [name for name in takers if mode_of(f"layers.{name}") and name not in NOT_RUN]
    return {
        "lost": {name: _what_is_lost(keras, classes[name]) for name in known},
        "takers": takers,
        "masks": [name for name in classes if "mask" in parameters[name]],
    }


def _what_is_lost(keras: object, layer_class: type) -> str | None:
    """ "never" or "always" what it does in training without the flag, None if it finds out."""
    import numpy

    name = layer_class.__name__
    arguments, keywords, shape = CASES.get(name, ((0.5,) if name in FACTORS else (), {}, IMAGES))
    parts = {
        "LSTM": lambda: keras.layers.LSTM(3, dropout=0.5),
        "LSTMCell": lambda: keras.layers.LSTMCell(3, dropout=0.5),
        "Dense": lambda: keras.layers.Dense(3),
        "Dropout": lambda: keras.layers.Dropout(0.5),
    }
    arguments = [parts[item]() if item in parts else item for item in arguments]
    keras.utils.set_random_seed(0)
    inputs = numpy.random.default_rng(0).uniform(0, 200, shape).astype("float32")
    layer = _without_flag(layer_class)(*arguments, **keywords)

    def outputs(training: bool) -> list:
        return [numpy.asarray(_first(layer(inputs, training=training))) for _ in range(8)]

    inference, training = outputs(False), outputs(True)
    if any(_differ(output, inference[0]) for output in inference):
        return "always"
    return None if any(_differ(output, inference[0]) for output in training) else "never"


def _without_flag(layer_class: type) -> type:
    """A subclass that passes on everything but the flag."""
    names = [
        name
        for name, parameter in inspect.signature(layer_class.call).parameters.items()
        if name not in ("self", "training") and parameter.kind is parameter.POSITIONAL_OR_KEYWORD
    ]
    head = ", ".join([names[0], *(f"{name}=None" for name in names[1:])])
    passed = ", ".join([names[0], *(f"{name}={name}" for name in names[1:])])
    scope = {"base": layer_class}
    exec(f"def call(self, {head}, training=None): return base.call(self, {passed})", scope)
    return type(layer_class.__name__, (layer_class,), {"call": scope["call"]})


def _first(output: object) -> object:
    return output[0] if isinstance(output, (list, tuple)) else output


def _differ(left: object, right: object) -> bool:
    import numpy

    return left.shape != right.shape or not numpy.allclose(left, right, atol=1e-3)


if __name__ == "__main__":
    print(json.dumps(_look()))
