"""Give the model a black and a white image, and look at what comes out of the network's scaling."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = module.classifier(2, weights=None)
    images = np.stack([np.zeros((64, 64, 3)), np.full((64, 64, 3), 255.0)]).astype("float32")
    network = next(layer for layer in model.layers if isinstance(layer, keras.Model))
    own = next(layer for layer in network.layers if "rescaling" in layer.name)
    for layer in model.layers:
        if layer is network:
            break
        if not isinstance(layer, keras.layers.InputLayer):
            images = layer(images)
    scaled = np.asarray(keras.Model(network.input, own.output)(images))
    black, white = float(scaled[0].max()), float(scaled[1].max())
    detail = f"the network sees black as {black:.2f} and white as {white:.2f}"
    return Observation(white - black < 1, detail)
