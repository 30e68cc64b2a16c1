"""Count the weights of three blocks."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = keras.Sequential([keras.Input((4,)), module.DenseStack(units=4, depth=3)])
    model.compile("sgd", "mse")
    data = np.ones((4, 4), "float32")
    model.fit(data, data, verbose=0)
    arrays, numbers = len(model.get_weights()), model.count_params()
    return Observation(
        broken=arrays != 6,
        detail=f"three blocks have {arrays} weight arrays with {numbers} numbers",
    )
