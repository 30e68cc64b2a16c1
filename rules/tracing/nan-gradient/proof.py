"""Train a dense layer in front of the layer for one epoch."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    data = np.array([[1.0, 2.0], [0.0, 0.0], [3.0, 1.0]], "float32")
    dense = keras.layers.Dense(2, activation="relu")
    model = keras.Sequential([keras.Input((2,)), dense, module.PositiveLog()])
    model.compile(keras.optimizers.SGD(0.01), "mse")
    finite = bool(np.isfinite(model.predict(data, verbose=0)).all())
    model.fit(data, data, verbose=0)
    count = int(np.isnan(dense.kernel.numpy()).sum())
    return Observation(
        broken=finite and count > 0,
        detail=f"predictions before training are {'finite' if finite else 'infinite'}; after one "
        f"epoch {count} of the 4 weights of the dense layer before it are NaN",
    )
