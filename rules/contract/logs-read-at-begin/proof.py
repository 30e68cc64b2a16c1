import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    data = np.ones((8, 2), "float32")
    callback = module.StopWhenGood(1e9)
    history = model.fit(data, data[:, :1], epochs=4, verbose=0, callbacks=[callback])
    epochs = len(history.history["loss"])
    return Observation(
        epochs > 1, f"with a bound that any loss is below, fit ran {epochs} of 4 epochs"
    )
