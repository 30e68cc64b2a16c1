"""Make the same model twice and count its parameters."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    first, second = (parameters(module.Perceptron(), keras) for _ in range(2))
    return Observation(
        broken=first != second,
        detail=f"the same model made twice has {first} parameters, then {second}",
    )


def unchanged(buggy, fixed, keras):
    seen = [parameters(module.Perceptron([5]), keras) for module in (buggy, fixed)]
    return Observation(
        broken=seen[0] != seen[1], detail=f"with hidden=[5] both have {seen[0]} parameters"
    )


def parameters(layer, keras):
    keras.utils.set_random_seed(0)
    model = keras.Sequential([keras.Input((3,)), layer])
    model.predict(np.ones((1, 3), "float32"), verbose=0)
    return model.count_params()
