import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    dense = keras.layers.Dense(2, kernel_initializer="zeros")
    model = module.prepare(keras.Sequential([keras.Input((1,)), dense]))
    x = np.ones((4, 1), "float32")
    y = np.array([[0.0, 0.0], [0.0, 0.0], [3.0, 4.0], [3.0, 4.0]], "float32")
    loss = float(model.evaluate(x, y, verbose=0))
    detail = f"two samples of four are wrong by 3 and 4, and the loss is {loss:.1f}"
    return Observation(loss == 0.0, detail)
