import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    once = keras.layers.Dense(1, kernel_initializer="ones", use_bias=False)
    model = module.prepare(keras.Sequential([keras.Input((1,)), once]))
    x = np.array([[1.0], [1.0], [0.0], [0.0], [0.0], [0.0]], "float32")
    y = np.array([[1.0], [1.0], [0.0], [0.0], [1.0], [0.0]], "float32")
    shown = [
        model.evaluate(x, y, batch_size=size, verbose=0, return_dict=True)["f1"] for size in (6, 2)
    ]
    detail = f"F1 was {shown[0]:.2f} in one batch and {shown[1]:.2f} in batches of two"
    return Observation(abs(shown[0] - shown[1]) > 0.01, detail)
