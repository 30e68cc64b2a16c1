"""Call the layer twice on the same data, count its weights, and predict."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    layer = module.Residual()
    data = np.ones((2, 3), "float32")
    difference = float(np.abs(np.asarray(layer(data)) - np.asarray(layer(data))).max())
    weights = len(layer.weights)
    model = keras.Sequential([keras.Input((3,)), module.Residual()])
    try:
        model.predict(data, verbose=0)
        outcome = "predict works"
    except Exception as error:
        outcome = f"predict raises {type(error).__name__}"
    return Observation(
        broken=difference > 1e-6 and weights == 0,
        detail=f"two calls on the same data differ by {difference:.2f}, "
        f"the layer has {weights} weights, and {outcome}",
    )
