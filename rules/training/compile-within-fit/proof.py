import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    base = keras.layers.Dense(3, kernel_initializer="ones")
    base.trainable = False
    model = keras.Sequential([keras.Input((2,)), base, keras.layers.Dense(1)])
    before = base.get_weights()[0]
    try:
        module.train(model, np.ones((8, 2), "float32"), np.zeros((8, 1), "float32"))
    except TypeError as error:
        return Observation(True, f"`fit` raised TypeError: {str(error).splitlines()[0]}")
    moved = float(np.abs(base.get_weights()[0] - before).max())
    detail = f"the layer that was frozen at first has moved by {moved:.3f}"
    return Observation(moved == 0.0, detail)
