"""Call the layer."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    try:
        shape = tuple(module.TakeLast()(np.ones((2, 3, 4), "float32")).shape)
    except RuntimeError as error:
        return Observation(broken=True, detail=f"the first call raises {type(error).__name__}")
    return Observation(broken=False, detail=f"the first call gives {shape}")


def unchanged(buggy, fixed, keras):
    data = np.ones((2, 3, 4), "float32")
    outputs = [np.asarray(module.TakeLast.call(None, data)) for module in (buggy, fixed)]
    return Observation(
        broken=not np.array_equal(*outputs), detail="what `call` computes is the same"
    )
