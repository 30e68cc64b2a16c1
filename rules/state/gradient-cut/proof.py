"""Trains the gate in front of a Dense layer, and looks at both kernels."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    inputs = keras.Input((4,))
    gate = module.LockGate(3)
    model = keras.Model(inputs, keras.layers.Dense(1)(gate(inputs)))
    model.compile(optimizer=keras.optimizers.SGD(0.5), loss="mse")
    before = [np.array(weight) for weight in model.get_weights()]
    rng = np.random.default_rng(0)
    levels = rng.normal(size=(64, 4)).astype("float32")
    model.fit(levels, levels[:, :1], epochs=3, verbose=0)
    moved = [float(np.abs(a - b).max()) for a, b in zip(before, model.get_weights(), strict=True)]
    return Observation(
        broken=moved[0] == 0,
        detail=f"training moved the gate's kernel by {moved[0]:.2f}, the next by {moved[2]:.2f}",
    )
