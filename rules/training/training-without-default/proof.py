"""Put the layer into a model and predict."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    inputs = keras.Input((3,))
    try:
        model = keras.Model(inputs, module.SoftClip()(inputs))
    except TypeError as error:
        return Observation(broken=True, detail=f"building a model raised TypeError: {error}")
    largest = float(model.predict(np.full((2, 3), 100.0, "float32"), verbose=0).max())
    return Observation(broken=False, detail=f"predict ran, with a largest output of {largest:.1f}")


def unchanged(buggy, fixed, keras):
    data = np.linspace(-9.0, 9.0, 12, dtype="float32").reshape(4, 3)
    seen = [
        np.stack([np.asarray(module.SoftClip()(data, training=mode)) for mode in (True, False)])
        for module in (buggy, fixed)
    ]
    difference = float(np.abs(seen[0] - seen[1]).max())
    return Observation(
        broken=difference > 1e-6, detail=f"calls with an explicit mode differ by {difference:.1f}"
    )
