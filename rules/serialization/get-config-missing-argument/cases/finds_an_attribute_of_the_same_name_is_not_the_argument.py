import keras
from keras import layers
from keras.saving import deserialize_keras_object, serialize_keras_object


def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Cell(layers.Layer):
    def __init__(self, size, rank=2, **kwargs):
        super().__init__(**kwargs)
        self.rank = rank + 1
        self.size = (size,) * self.rank

    def get_config(self):  # here  # LL502
        return {**super().get_config(), "size": self.size}
