"""Use the layer in float32, then under mixed precision."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    shape = predict(module, keras, "float32").shape
    try:
        dtype = predict(module, keras, "mixed_float16").dtype
    except TypeError as error:
        return Observation(
            broken=True,
            detail=f"float32 gives {shape}, mixed_float16 raises {type(error).__name__}",
        )
    return Observation(broken=False, detail=f"float32 gives {shape}, mixed_float16 gives {dtype}")


def unchanged(buggy, fixed, keras):
    seen = [predict(module, keras, "float32") for module in (buggy, fixed)]
    difference = float(np.abs(seen[0] - seen[1]).max())
    return Observation(
        broken=difference > 1e-6,
        detail=f"in float32 the attention weights differ by {difference:.1f}",
    )


def predict(module, keras, policy):
    data = np.random.RandomState(0).normal(size=(2, 3, 4)).astype("float32")
    inputs = keras.Input((3, 4))
    model = keras.Model(inputs, module.AttentionWeights(dtype=policy)(inputs))
    return model.predict(data, verbose=0)
