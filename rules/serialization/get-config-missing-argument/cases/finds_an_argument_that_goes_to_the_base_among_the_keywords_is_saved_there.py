import keras
from keras import layers
from keras.saving import deserialize_keras_object, serialize_keras_object


def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Based(layers.Layer):
    def get_config(self):
        return {**super().get_config()}


class Conv(Based, layers.Conv1D):  # LL502
    def __init__(self, filters, kernel_size, groups=1, **kwargs):
        self.g = groups
        super().__init__(filters, kernel_size, **kwargs)
