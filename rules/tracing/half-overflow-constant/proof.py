"""Predict under mixed precision and count the NaN."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    weights = predict(module, keras, "mixed_float16")
    count = int(np.isnan(weights).sum())
    return Observation(
        broken=count > 0,
        detail=f"under mixed_float16, {count} of {weights.size} attention weights are NaN",
    )


def unchanged(buggy, fixed, keras):
    seen = [predict(module, keras, "float32") for module in (buggy, fixed)]
    difference = float(np.abs(seen[0] - seen[1]).max())
    return Observation(
        broken=difference > 1e-6,
        detail=f"in float32 the attention weights differ by {difference:.1f}",
    )


def predict(module, keras, policy):
    random = np.random.RandomState(0)
    scores = random.normal(0.0, 10.0, (4, 6)).astype("float32")
    keep = np.arange(6) < np.array([[6], [4], [2], [1]])
    inputs = [keras.Input((6,)), keras.Input((6,), dtype="bool")]
    model = keras.Model(inputs, module.MaskedSoftmax(dtype=policy)(*inputs))
    return model.predict([scores, keep], verbose=0)
