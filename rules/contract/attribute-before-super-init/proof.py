"""Average a padded sequence: the mask has to get through the layer."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    padded, short = predict(module, keras)
    return Observation(
        broken=abs(padded - short) > 0.01,
        detail=f"the average of [1, 1] is {short:.2f}, of [1, 1] padded to length 4 {padded:.2f}",
    )


def unchanged(buggy, fixed, keras):
    seen = [predict(module, keras)[1] for module in (buggy, fixed)]
    return Observation(
        broken=seen[0] != seen[1],
        detail=f"the average of a sequence without padding is {seen[0]:.2f} and {seen[1]:.2f}",
    )


def predict(module, keras):
    inputs = keras.Input((None,), dtype="int32")
    embedding = keras.layers.Embedding(2, 1, embeddings_initializer="ones", mask_zero=True)
    x = module.MaskedScale()(embedding(inputs))
    model = keras.Model(inputs, keras.layers.GlobalAveragePooling1D()(x))
    embedding.set_weights([np.array([[0.0], [1.0]])])
    rows = ([1, 1, 0, 0], [1, 1])
    return [float(model.predict(np.array([row]), verbose=0)[0, 0]) for row in rows]
