import keras
from keras import layers
from keras.saving import deserialize_keras_object, serialize_keras_object


def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Top(layers.Layer):
    '''Finds the best.

    Saving does not keep the candidates, only `k`.
    '''

    def __init__(self, candidates=None, k=10, **kwargs):
        super().__init__(**kwargs)
        self.k = k
        self.candidates = candidates

    def get_config(self):
        return {**super().get_config(), "k": self.k}


# %% what people call it is a part of its name
import keras


class Best(keras.layers.Layer):
    """Finds the best.

    The serialization of this layer does not preserve the candidates: set them again after loading.
    """

    def __init__(self, candidate_rows=None, k=10, **kwargs):
        super().__init__(**kwargs)
        self.k = k
        self.candidate_rows = candidate_rows

    def get_config(self):
        return {**super().get_config(), "k": self.k}
