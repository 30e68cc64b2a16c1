import keras
from keras import layers
from keras.saving import deserialize_keras_object, serialize_keras_object


def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Scale(layers.Lambda):  # here  # LL502
    def __init__(self, factor, **kwargs):
        super().__init__(lambda x: x * factor, **kwargs)
