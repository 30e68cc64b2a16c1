import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    kind = getattr(module, "Recurrent", keras.layers.RNN)
    layer = kind(module.Memory(16))
    batch = np.ones((4, 3, 2), "float32")
    results = {np.asarray(layer(batch, training=True)).tobytes() for _ in range(5)}
    detail = f"of 5 eager calls in training {len(results)} gave different results"
    return Observation(len(results) == 1, detail)
