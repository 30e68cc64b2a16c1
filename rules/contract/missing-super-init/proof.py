"""Call the layer."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    data = np.ones((1, 2), "float32")
    try:
        largest = float(np.max(module.Scale()(data)))
    except RuntimeError as error:
        return Observation(broken=True, detail=f"the first call raises {type(error).__name__}")
    return Observation(broken=False, detail=f"the first call scales 1 to {largest:.1f}")


def unchanged(buggy, fixed, keras):
    seen = [module.Scale(factor=3.0).factor for module in (buggy, fixed)]
    return Observation(
        broken=seen[0] != seen[1], detail=f"the factor that was set is {seen[0]} and {seen[1]}"
    )
