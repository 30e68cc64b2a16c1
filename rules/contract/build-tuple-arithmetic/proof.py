"""Save a model with the layer and load it."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = keras.Sequential([keras.Input((3,)), module.FeatureMaps()])
    model.save("model.keras")
    objects = {"FeatureMaps": module.FeatureMaps}
    try:
        loaded = keras.models.load_model("model.keras", custom_objects=objects)
    except TypeError as error:
        reason = str(error).splitlines()[-1].rpartition("Exception encountered: ")[2]
        return Observation(
            broken=True, detail=f"the model saves, loading raises TypeError: {reason}"
        )
    shape = loaded.predict(np.ones((1, 3), "float32"), verbose=0).shape
    return Observation(broken=False, detail=f"the model saves and loads, predict gives {shape}")


def unchanged(buggy, fixed, keras):
    data = np.ones((2, 3), "float32")
    layers = [module.FeatureMaps(4) for module in (buggy, fixed)]
    outputs = [np.asarray(layer(data)) for layer in layers]
    shapes = [tuple(layer.kernel.shape) for layer in layers]
    same = np.array_equal(*outputs) and shapes[0] == shapes[1]
    return Observation(broken=not same, detail=f"a new layer has kernels of shape {shapes[0]}")
