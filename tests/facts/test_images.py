"""Which networks scale images by themselves, held against the installed libraries."""

from __future__ import annotations

import pytest

from layerlint.facts.images import DECODERS, RANDOM_ARGUMENTS, makes_small, scales_by_itself
from tests.facts.conftest import Ask

PROBE = """
import json
import numpy as np
from tensorflow import keras



def parts(layer):
    return getattr(layer, "layers", [])


found, small = {}, {}
for name in dir(keras.applications):
    member = getattr(keras.applications, name)
    if hasattr(member, "preprocess_input"):
        made = member.preprocess_input(np.full((1, 8, 8, 3), 255.0, "float32"))
        small[f"applications.{name}.preprocess_input"] = bool(np.max(np.abs(made)) < 10)
for name in NAMES:
    network = getattr(keras.applications, name, None)
    if network is not None:
        made = network(include_top=False, weights=None, input_shape=(64, 64, 3))
        firsts = [each for layer in made.layers[:3] for each in (layer, *parts(layer))]
        kinds = {type(layer).__name__ for layer in firsts}
        found[f"applications.{name}"] = bool(kinds & {"Rescaling", "Normalization"})
print(json.dumps([found, small]))
"""
NAMES = ["EfficientNetB0", "EfficientNetV2B0", "MobileNetV3Small", "ConvNeXtTiny", "RegNetX002"]
NAMES += ["ResNetRS50", "MobileNetV2", "ResNet50V2", "VGG16"]


@pytest.mark.parametrize("generation", [2, 3])
def test_networks_that_scale_are_known(ask: Ask, generation: int) -> None:
    found, small = ask(generation, f"NAMES = {NAMES!r}\n{PROBE}")
    assert len(found) > 6
    assert found == {name: scales_by_itself(name) for name in found}
    assert small == {name: makes_small(name) for name in small}


DRAWS = """
import inspect
import json
from tensorflow.keras.preprocessing.image import ImageDataGenerator

print(json.dumps([*inspect.signature(ImageDataGenerator.__init__).parameters]))
"""


@pytest.mark.parametrize("generation", [2, 3])
def test_these_arguments_say_how_far_images_are_changed_at_random(ask: Ask, generation):
    parameters = ask(generation, DRAWS)
    assert set(parameters) >= RANDOM_ARGUMENTS
    told = {"horizontal_flip", "vertical_flip"}
    assert {p for p in parameters if p.endswith("_range")} == RANDOM_ARGUMENTS - told


@pytest.mark.parametrize("generation", [2, 3])
def test_decoders_are_there_and_give_whole_numbers(ask: Ask, generation: int) -> None:
    script = f"""
import json
import tensorflow as tf

pixels = tf.zeros((2, 2, 3), "uint8")
data = {{"png": tf.io.encode_png(pixels), "jpeg": tf.io.encode_jpeg(pixels)}}
given = {{}}
for name in {sorted(DECODERS)!r}:
    home, _, function = name.partition(".")
    kind = function.removeprefix("decode_")
    decode = getattr(getattr(tf, home), function)
    given[name] = decode(data[kind]).dtype.name if kind in data else "uint8"
print(json.dumps(given))
"""
    assert ask(generation, script) == dict.fromkeys(DECODERS, "uint8")
