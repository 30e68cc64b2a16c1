"""Ask a model of words for the rows of four words that follow each other."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    try:
        model = module.classifier()
        rows = keras.Model(model.input, model.get_layer("words").output)
        found = np.asarray(rows.predict(np.array([[2909, 2910, 2911, 2912]]), verbose=0))[0]
    finally:
        keras.mixed_precision.set_global_policy("float32")
    different = len({tuple(row) for row in found.astype("float32")})
    return Observation(different < 4, f"four words of 5000 had {different} different rows")
