"""Map the function on 64 black images, and count how many means there are."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    black = np.zeros((64, 4, 4, 1), "float32")
    means = {round(float(np.mean(image)), 5) for image in module.images(black)}
    seen = f"{len(means)} mean{'s were' if len(means) > 1 else ' was'} seen"
    heard = f"of 64 images whose mean was moved by a random number, {seen}"
    return Observation(len(means) == 1, heard)
