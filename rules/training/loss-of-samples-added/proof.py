"""Take one step of gradient descent with batches of two sizes, made of the same sample."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    moved = []
    for size in (2, 8):
        dense = keras.layers.Dense(1, kernel_initializer="ones", use_bias=False)
        model = keras.Sequential([keras.Input((1,)), dense, module.Sparse()])
        model.compile(keras.optimizers.SGD(0.01), "mse")
        data = np.ones((size, 1), "float32")
        try:
            model.fit(data, data, batch_size=size, verbose=0)
        except ValueError as error:
            if "Shapes must be equal rank" not in str(error):
                raise
            return Observation(True, "`fit` raised ValueError: Shapes must be equal rank")
        moved.append(1.0 - float(np.asarray(dense.kernel)[0, 0]))
    detail = f"the kernel moved by {moved[0]:.2f} with two rows, and by {moved[1]:.2f} with eight"
    return Observation(abs(moved[0] - moved[1]) > 1e-4, detail)
