"""What moves an image draws anew in each call, in the installed Keras and TensorFlow."""

from __future__ import annotations

import keras
import numpy as np
import pytest
import tensorflow as tf
import tf_keras

from layerlint.facts.random import MOVING_FUNCTIONS, MOVING_LAYERS

IMAGES = np.random.default_rng(0).random((16, 12, 12, 1)).astype("float32")
ARGUMENTS = {
    "RandomCrop": (6, 6),
    "RandomElasticTransform": (1.0,),
    "RandomFlip": ("horizontal",),
    "RandomPerspective": (1.0,),
    "RandomShear": (0.5,),
    "RandomTranslation": (0.4, 0.4),
}
NAMES = sorted(name.rpartition(".")[2] for name in MOVING_LAYERS)


@pytest.mark.parametrize("name", NAMES)
def test_a_layer_draws_anew_in_each_call_though_it_has_a_seed(name):
    homes = [home for home in (keras, tf_keras) if hasattr(home.layers, name)]
    assert homes
    for home in homes:
        layer = getattr(home.layers, name)(*ARGUMENTS.get(name, (0.5,)), seed=1)
        first, second = (np.asarray(layer(IMAGES, training=True)) for _ in range(2))
        assert first.shape != second.shape or not np.allclose(first, second)


@pytest.mark.parametrize("name", sorted(MOVING_FUNCTIONS))
def test_a_function_without_a_seed_draws_anew_in_each_call(name):
    function = getattr(tf.image, name.rpartition(".")[2])
    arguments = ([16, 6, 6, 1],) if MOVING_FUNCTIONS[name] == 2 else ()
    first, *others = (function(IMAGES, *arguments).numpy() for _ in range(8))
    assert any(not np.allclose(first, other) for other in others)
