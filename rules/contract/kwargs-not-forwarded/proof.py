"""Freeze the layer where it is made, then train."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    layer = module.FeatureScale(name="factors", trainable=False)
    model = keras.Sequential([keras.Input((3,)), layer, keras.layers.Dense(1)])
    model.compile(keras.optimizers.SGD(0.1), "mse")
    data = np.random.RandomState(0).normal(size=(16, 3)).astype("float32")
    model.fit(data, data[:, :1], verbose=0)
    moved = float(np.abs(layer.scale.numpy() - 1.0).max())
    return Observation(
        broken=moved > 0,
        detail=f"made with name='factors' and trainable=False, the layer is called {layer.name!r} "
        f"and fit moves its weights by {moved:.3f}",
    )


def unchanged(buggy, fixed, keras):
    seen = []
    for module in (buggy, fixed):
        layer = module.FeatureScale(initial=2.0)
        outputs = np.asarray(layer(np.ones((1, 3), "float32")))
        seen.append([outputs, *layer.get_weights()])
    difference = max(float(np.abs(a - b).max()) for a, b in zip(*seen, strict=True))
    return Observation(
        broken=difference > 1e-6,
        detail=f"without such arguments outputs and weights differ by {difference:.1f}",
    )
