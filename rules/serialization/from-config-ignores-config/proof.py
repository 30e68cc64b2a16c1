"""Save a model, load it, and compare what both predict."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = keras.Sequential([keras.Input((1,)), module.Gain(3.0)])
    model.save("model.keras")
    loaded = keras.models.load_model("model.keras", custom_objects={"Gain": module.Gain})
    data = np.ones((1, 1), "float32")
    before, after = (float(each.predict(data, verbose=0)[0, 0]) for each in (model, loaded))
    return Observation(
        broken=before != after,
        detail=f"the model gave {before:.1f} before it was saved, and {after:.1f} when loaded",
    )
