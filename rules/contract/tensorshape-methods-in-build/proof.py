"""Put the layer into a model."""

import numpy as np
import tensorflow as tf

from layerlint.proof import Observation


def observe(module, keras):
    try:
        model = keras.Sequential([keras.Input((3,)), module.FeatureGain()])
    except AttributeError as error:
        return Observation(broken=True, detail=f"building the layer raises AttributeError: {error}")
    shape = model.predict(np.ones((2, 3), "float32"), verbose=0).shape
    return Observation(broken=False, detail=f"the layer builds, predict gives {shape}")


def unchanged(buggy, fixed, keras):
    shapes = []
    for module in (buggy, fixed):
        layer = module.FeatureGain()
        layer.build(tf.TensorShape((None, 3)))
        shapes.append(tuple(layer.gain.shape))
    return Observation(
        broken=len(set(shapes)) != 1, detail=f"given a TensorShape, both have weights {shapes[0]}"
    )
