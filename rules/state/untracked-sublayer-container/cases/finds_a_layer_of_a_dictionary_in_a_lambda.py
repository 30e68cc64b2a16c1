import keras
from keras.layers import Concatenate, Dense, Input, Lambda


def stream_model(streams, width):
    shared = {"proj": Dense(width, activation="relu"), "out": Dense(1)}

    def project_all(tensors):
        return [shared["proj"](tensor) for tensor in tensors]

    sources = [Input((5,)) for _ in range(streams)]
    merged = Concatenate()(Lambda(project_all)(sources))  # LL215
    return keras.Model(sources, shared["out"](merged))
