"""Predict one sample alone and in a batch with others."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    keras.utils.set_random_seed(0)
    head = module.Head(2)
    inputs = keras.Input((3,))
    model = keras.Model(inputs, head(inputs))
    data = np.random.RandomState(0).normal(4.0, 2.0, (8, 3)).astype("float32")
    alone = model.predict(data[:1], verbose=0)
    together = model.predict(data, verbose=0)
    difference = float(np.abs(alone[0] - together[0]).max())
    moved = float(np.mean(np.asarray(head.norm.moving_mean)))
    return Observation(
        broken=difference > 1e-3 and moved != 0.0,
        detail=f"the prediction for a sample changes by {difference:.2f} with its batch, "
        f"and predict moved the moving mean of `norm` from 0.00 to {moved:.2f}",
    )
