"""Adapts the layer, saves a model with it and loads that."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    inputs = keras.Input((1,))
    layer = module.Centred()
    model = keras.Model(inputs, layer(inputs))
    layer.adapt(np.full((4, 1), 5.0))
    model = keras.Model(inputs, layer(inputs))
    x = np.full((2, 1), 7.0, "float32")
    before = float(model.predict(x, verbose=0)[0, 0])
    model.save("model.keras")
    after = float(keras.models.load_model("model.keras").predict(x, verbose=0)[0, 0])
    return Observation(
        broken=before != after,
        detail=f"the prediction is {before:.1f} before saving and {after:.1f} after loading",
    )
