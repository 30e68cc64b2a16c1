"""Save the weights, load them into a second model, and compare predictions."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    data = np.random.RandomState(0).normal(size=(8, 3)).astype("float32")
    models = []
    for _ in range(2):
        inputs = keras.Input((3,))
        hidden = keras.layers.Dense(2)(inputs)
        models.append(keras.Model(inputs, module.GaussianHead()(hidden)))
    saved, loaded = models
    weights = len(saved.layers[-1].trainable_weights)
    saved.save_weights("model.weights.h5")
    loaded.load_weights("model.weights.h5")
    difference = np.abs(saved.predict(data, verbose=0) - loaded.predict(data, verbose=0)).max()
    return Observation(
        broken=weights == 0 and difference > 1e-3,
        detail=f"two dense layers give {weights} trainable weights, "
        f"and after loading, predictions differ by {difference:.2f}",
    )
