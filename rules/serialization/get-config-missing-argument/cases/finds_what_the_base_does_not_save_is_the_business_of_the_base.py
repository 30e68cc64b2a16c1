import keras
from keras import layers
from keras.saving import deserialize_keras_object, serialize_keras_object


def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Single(layers.Layer):
    def __init__(self, units, start=None, **kwargs):
        super().__init__(**kwargs)
        self.units, self.start = units, start

    def call(self, x):
        return x * self.units

    def get_config(self):  # here  # LL502
        return {**super().get_config(), "units": self.units}


class Pair(Single):
    def __init__(self, units, starts=None, start=None, **kwargs):
        start = start or (starts[0] if starts else None)
        super().__init__(units, start=start, **kwargs)

    def get_config(self):
        return super().get_config()
