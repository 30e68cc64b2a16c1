"""Fit and look at which kernels moved."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    data = np.random.RandomState(0).normal(size=(32, 3)).astype("float32")
    layer = module.LogBottleneck()
    model = keras.Sequential([keras.Input((3,)), layer])
    model.compile(keras.optimizers.SGD(0.1), "mse")
    kernels = [layer.encode.kernel, layer.decode.kernel]
    before = [kernel.numpy() for kernel in kernels]
    model.fit(data, data[:, :1], epochs=3, verbose=0)
    encode, decode = (
        float(np.abs(kernel.numpy() - old).max())
        for kernel, old in zip(kernels, before, strict=True)
    )
    return Observation(
        broken=encode == 0 and decode > 0,
        detail=f"three epochs of fit moved the kernel of `encode` by {encode:.2f}, "
        f"that of `decode` by {decode:.2f}",
    )
