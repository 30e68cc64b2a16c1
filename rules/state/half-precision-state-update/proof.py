"""Count 300 steps of fit under mixed_bfloat16."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    keras.mixed_precision.set_global_policy("mixed_bfloat16")
    layer = module.WarmUp()
    inputs = keras.Input((2,))
    model = keras.Model(inputs, keras.layers.Dense(1)(layer(inputs)))
    model.compile("sgd", "mse")
    data = np.ones((300, 2), "float32")
    model.fit(data, data[:, :1], batch_size=1, verbose=0)
    steps = float(layer.steps.numpy())
    return Observation(
        broken=steps < 300,
        detail=f"after 300 steps of fit under mixed_bfloat16 `steps` is {steps:.0f}",
    )
