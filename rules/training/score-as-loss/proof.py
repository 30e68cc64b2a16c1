import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    images = np.random.default_rng(1).normal(size=(16, 8, 8, 1)).astype("float32")
    masks = (images > 0).astype("float32")
    model = module.segmenter()
    model.fit(images, masks, epochs=40, batch_size=8, verbose=0)
    right = float(((model.predict(images, verbose=0) > 0.5) == masks).mean())
    return Observation(right < 0.7, f"after training, {right:.0%} of the pixels were right")
