import keras
from keras import layers
from keras.saving import deserialize_keras_object, serialize_keras_object


def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Many(layers.Layer):
    def __init__(self, sizes, **kwargs):
        super().__init__(**kwargs)
        self.sizes = sizes

    def call(self, x):
        for size in self.sizes:
            x = keras.ops.reshape(x, (-1, size))
        return x


# %% positional arguments that are refused
import keras


class Scaled(keras.layers.Layer):
    def __init__(self, *args, scale=1.0, **kwargs):
        if args:
            raise TypeError(f"only by name: {args}")
        super().__init__(**kwargs)
        self.scale = scale

    def call(self, x):
        return x * self.scale
