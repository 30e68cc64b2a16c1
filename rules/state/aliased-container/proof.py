"""Look at what two dense layers make of the input, and at their weights."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = keras.Sequential([keras.Input((3,)), module.Stack(units=(4, 2))])
    data = np.ones((2, 3), "float32")
    width = model.predict(data, verbose=0).shape[-1]
    weights = len(model.get_weights())
    return Observation(
        broken=weights == 0,
        detail=f"a stack that ends in Dense(2) returns {width} features and has {weights} weights",
    )


def unchanged(buggy, fixed, keras):
    seen = [type(module.Stack().blocks).__name__ for module in (buggy, fixed)]
    configurations = [module.Stack(name="stack").get_config() for module in (buggy, fixed)]
    return Observation(
        broken=seen[0] != seen[1] or configurations[0] != configurations[1],
        detail="the type of the container and the configuration are compared",
    )
