"""Put the layer into a model and predict."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    try:
        value = predict(module.Summary(), keras)
    except ValueError as error:
        reason = next(part for part in str(error).splitlines() if "positional" in part)
        reason = reason.split("Only ")[-1].split(".")[0]
        return Observation(broken=True, detail=f"building a model raises ValueError: only {reason}")
    return Observation(broken=False, detail=f"predict gives the maximum, {value:.1f}")


def unchanged(buggy, fixed, keras):
    data = np.arange(6.0, dtype="float32").reshape(1, 3, 2)
    outputs = [np.asarray(module.Pool()(data, mode="max")) for module in (buggy, fixed)]
    return Observation(
        broken=not np.array_equal(*outputs), detail="the inner layer computes the same"
    )


def predict(layer, keras):
    inputs = keras.Input((3, 2))
    model = keras.Model(inputs, layer(inputs))
    return float(model.predict(np.arange(6.0).reshape(1, 3, 2), verbose=0).max())
