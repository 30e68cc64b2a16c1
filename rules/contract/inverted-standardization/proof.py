"""Multiply the kernel by 10: a layer that standardizes it gives the same as before."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    layer = module.ScaledDense(4)
    inputs = np.random.default_rng(0).normal(size=(8, 16)).astype("float32")
    before = np.asarray(layer(inputs))
    layer.set_weights([10 * layer.get_weights()[0]])
    times = float(np.abs(np.asarray(layer(inputs))).mean() / np.abs(before).mean())
    return Observation(
        times > 2, f"a kernel ten times as large made the output {times:.1f} times as large"
    )
