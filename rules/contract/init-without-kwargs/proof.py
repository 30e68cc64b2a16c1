"""Save a model with the layer and load it."""

import re

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = keras.Sequential([keras.Input((3,)), module.RepeatFeatures(3)])
    model.save("model.keras")
    objects = {"RepeatFeatures": module.RepeatFeatures}
    try:
        loaded = keras.models.load_model("model.keras", custom_objects=objects)
    except TypeError as error:
        reason = re.search(r"unexpected keyword argument '\w+'", str(error))
        return Observation(
            broken=reason is not None,
            detail=f"the model saves, loading raises TypeError: {reason and reason[0]}",
        )
    shape = loaded.predict(np.ones((1, 3), "float32"), verbose=0).shape
    return Observation(broken=False, detail=f"the model saves and loads, predict gives {shape}")


def unchanged(buggy, fixed, keras):
    data = np.arange(3.0, dtype="float32")[None]
    layers = [module.RepeatFeatures(2) for module in (buggy, fixed)]
    outputs = [np.asarray(layer(data)) for layer in layers]
    same = np.array_equal(*outputs) and layers[0].times == layers[1].times
    return Observation(broken=not same, detail="outputs and attributes are the same")
