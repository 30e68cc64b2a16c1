import keras
from keras import layers
from keras.saving import deserialize_keras_object, serialize_keras_object


def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Pool(layers.Layer):
    def __init__(self, units, activation="tanh", **kwargs):
        super().__init__(**kwargs)
        self.lstm = layers.LSTM(units, activation=activation)

    def get_config(self):  # here  # LL502
        config = super().get_config()
        names = ["activation"]
        for name in names:
            config.update({name: self.lstm.get_config()[name]})
        return config


# %% pairs that are put behind those of the base
class Hits(keras.layers.Layer):
    def __init__(self, k=10, threshold=0.5, **kwargs):
        super().__init__(**kwargs)
        self.k = k
        self.threshold = threshold

    def get_config(self):  # LL502
        return dict(list(super().get_config().items()) + [("k", self.k)])
