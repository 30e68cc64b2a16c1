import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = module.reader(5)
    short = model.predict(np.array([[1, 2]]), verbose=0)
    padded = model.predict(np.array([[1, 2, 0, 0]]), verbose=0)
    apart = float(np.abs(short - padded).max())
    return Observation(apart > 1e-5, f"two zeros behind a sentence move its value by {apart:.4f}")
