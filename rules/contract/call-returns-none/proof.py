"""Put the layer into a model, fit and predict."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    data = np.ones((4, 2), "float32")
    stage = "building the model"
    try:
        inputs = keras.Input((2,))
        outputs = module.TrainingNoise()(keras.layers.Dense(2)(inputs))
        model = keras.Model(inputs, outputs)
        model.compile("sgd", "mse")
        stage = "fit"
        model.fit(data, data, verbose=0)
        stage = "predict"
        shape = model.predict(data, verbose=0).shape
    except (AttributeError, TypeError, ValueError) as error:
        return Observation(broken=True, detail=f"{stage} raises {type(error).__name__}")
    return Observation(broken=False, detail=f"fit works, predict gives {shape}")
