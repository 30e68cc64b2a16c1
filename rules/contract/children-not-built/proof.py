"""Train, save and load, and compare the predictions."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    data = np.random.RandomState(0).normal(size=(16, 4)).astype("float32")
    model = module.ScaledLinear()
    model.compile("sgd", "mse")
    model.fit(data, data[:, :1], verbose=0)
    before = model.predict(data, verbose=0)
    model.save("model.keras")
    try:
        loaded = keras.models.load_model(
            "model.keras", custom_objects={"ScaledLinear": module.ScaledLinear}
        )
    except ValueError as error:
        reason = str(error).split(" during loading")[0].replace("Layer 'dense", "a layer 'dense")
        return Observation(broken=True, detail=f"loading raises ValueError: {reason}")
    difference = float(np.abs(loaded.predict(data, verbose=0) - before).max())
    return Observation(
        broken=difference > 1e-3,
        detail=f"the model loads, and its predictions differ by {difference:.2f} from those before",
    )
