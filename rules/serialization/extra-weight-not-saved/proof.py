"""Saves a model and loads it again."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    inputs = keras.Input((3,))
    layer = module.ScaledDense(2)
    model = keras.Model(inputs, layer(inputs))
    layer.scale.assign(5.0)
    model.save("model.keras")
    custom_objects = {"ScaledDense": module.ScaledDense}
    try:
        again = keras.models.load_model("model.keras", custom_objects=custom_objects)
    except ValueError as error:
        return Observation(
            True, f"`model.save` worked and `load_model` raised ValueError: {_why(error)}"
        )
    scale = float(np.array(again.layers[-1].scale))
    return Observation(scale != 5.0, f"`scale` was 5 and is {scale:g} after loading")


def _why(error):
    lines = [line for line in str(error).splitlines() if "expected" in line]
    return lines[0].split("Expected")[0].strip().rstrip(".") if lines else str(error)[:60]
