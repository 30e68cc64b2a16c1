import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    dense = keras.layers.Dense(2, activation="softmax", kernel_initializer="zeros")
    model = module.prepare(keras.Sequential([keras.Input((2,)), dense]))
    x = np.eye(2, dtype="float32")
    loss = float(model.evaluate(x, x, verbose=0))
    detail = f"the loss of a model that says 0.5 for each of two classes is {loss:.2f}"
    return Observation(abs(loss - np.log(2.0)) > 0.1, detail)
