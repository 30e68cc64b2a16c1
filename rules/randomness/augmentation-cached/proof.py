"""Let the data pass three times, and look whether the images of the passes are the same ones."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    images = np.random.default_rng(0).integers(0, 256, (16, 8, 8, 3)).astype("uint8")
    data = module.pipeline(images, np.arange(16))
    model = module.Classifier(16)
    model.compile("sgd", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    model.fit(data, epochs=1, verbose=0)
    passes = []
    for _ in range(3):
        seen = {int(y): np.asarray(x) for xs, ys in data for x, y in zip(xs, ys, strict=True)}
        passes.append(np.stack([seen[label] for label in range(16)]))
    apart = max(float(np.abs(one - passes[0]).max()) for one in passes[1:])
    return Observation(apart == 0, f"the images of three epochs differed by {apart:.2f}")
