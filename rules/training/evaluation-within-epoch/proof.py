import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    dense = keras.layers.Dense(1, kernel_initializer="zeros")
    model = module.Net([keras.Input((1,)), dense])
    model.compile(keras.optimizers.SGD(0.0), "mse")
    x = np.ones((8, 1), "float32")
    y = np.concatenate([np.full((6, 1), 2.0), np.zeros((2, 1))]).astype("float32")
    watch = module.Often(x[:1], y[:1], every=3)
    history = model.fit(x, y, batch_size=2, shuffle=False, verbose=0, callbacks=[watch])
    loss = history.history["loss"][0]
    detail = f"the loss of the epoch is 3.0, and fit reports {loss:.1f}"
    return Observation(abs(loss - 3.0) > 0.1, detail)
