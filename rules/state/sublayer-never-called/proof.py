import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = module.Maker(4)
    model(np.ones((2, 4), "float32"))
    count = sum(int(np.prod(weight.shape)) for weight in model.trainable_weights)
    meant = 2 * (4 * 4 + 4) + (4 * 3 + 3)
    return Observation(
        count != meant, f"the model has {count} numbers to train, of {meant} that are made"
    )
