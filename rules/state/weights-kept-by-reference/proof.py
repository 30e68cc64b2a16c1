import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(keras.optimizers.SGD(2.0), "mse")
    data = np.ones((4, 1), "float32")
    callback = module.KeepBest()
    losses = model.fit(data, 3 * data, epochs=4, verbose=0, callbacks=[callback]).history["loss"]
    kept = model.evaluate(data, 3 * data, verbose=0)
    detail = f"the loss grew from {losses[1]:.3g} after the best epoch to {losses[-1]:.3g}"
    return Observation(
        kept > losses[-1], f"{detail}, and the model that was restored has {kept:.3g}"
    )
