import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = module.Slow()
    model.compile("sgd", "mse")
    x = np.ones((8, 3), "float32")
    try:
        model.fit(x, x[:, :1], epochs=1, verbose=0)
    except TypeError as error:
        return Observation(True, f"fit raised TypeError: {str(error).splitlines()[0]}")
    return Observation(False, "fit ran")
