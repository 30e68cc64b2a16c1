"""Fit on zeros, where only the regularizer can shrink the kernel."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    layer = module.Projection(kernel_regularizer=keras.regularizers.L2(0.1))
    model = keras.Sequential([keras.Input((2,)), layer])
    model.compile(keras.optimizers.SGD(0.5), "mse")
    data = np.zeros((32, 2), "float32")
    model.fit(data, data, batch_size=8, epochs=5, verbose=0)
    kernel = float(np.mean(layer.kernel.numpy()))
    return Observation(
        broken=kernel == 1.0,
        detail=f"20 steps of fit with L2(0.1) brought the kernel from 1.00 to {kernel:.2f}",
    )
