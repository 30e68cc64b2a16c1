"""Save a model with the layer and load it."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = keras.Sequential([keras.Input((3,)), module.FirstScale()])
    model.save("model.keras")
    objects = {"FirstScale": module.FirstScale}
    try:
        loaded = keras.models.load_model("model.keras", custom_objects=objects)
    except TypeError as error:
        reason = str(error).splitlines()[-1].rpartition("Exception encountered: ")[2]
        return Observation(
            broken=True, detail=f"the model saves, loading raises TypeError: {reason}"
        )
    shape = loaded.predict(np.ones((1, 3), "float32"), verbose=0).shape
    return Observation(broken=False, detail=f"the model saves and loads, predict gives {shape}")
