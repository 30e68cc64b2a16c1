"""Average a sequence and the same sequence with padding."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model, _ = build(module, keras)
    short, padded = (
        float(model.predict(np.array([row]), verbose=0).mean()) for row in ([1, 1], [1, 1, 0, 0])
    )
    return Observation(
        broken=abs(short - padded) > 0.01,
        detail=f"the average of two steps is {short:.2f}, with two steps of padding {padded:.2f}",
    )


def unchanged(buggy, fixed, keras):
    rows = np.array([[1, 1, 0, 0]])
    seen = [build(module, keras)[1].predict(rows, verbose=0) for module in (buggy, fixed)]
    difference = float(np.abs(seen[0] - seen[1]).max())
    return Observation(
        broken=difference > 1e-6,
        detail=f"the outputs of the layer itself differ by {difference:.1f}",
    )


def build(module, keras):
    keras.utils.set_random_seed(0)
    inputs = keras.Input((None,), dtype="int32")
    x = module.MaskedNorm()(keras.layers.Embedding(2, 3, mask_zero=True)(inputs))
    pooled = keras.layers.GlobalAveragePooling1D()(x)
    return keras.Model(inputs, pooled), keras.Model(inputs, x)
