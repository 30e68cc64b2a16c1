"""Validate one model twice, without training it in between."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    drawn = np.random.default_rng(0)
    images = drawn.integers(0, 256, (32, 8, 8, 3)).astype("float32")
    train, val = module.flows(images, drawn.integers(0, 2, 32))
    model = module.Classifier(2)
    model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    model.fit(train, epochs=1, verbose=0)
    losses = [float(model.evaluate(val, verbose=0)) for _ in range(2)]
    apart = abs(losses[0] - losses[1])
    return Observation(apart > 1e-6, f"two validations of one model differed by {apart:.4f}")
