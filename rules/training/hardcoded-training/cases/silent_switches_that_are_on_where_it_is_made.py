# %% always frozen
from tensorflow import keras


class BatchNorm(keras.layers.BatchNormalization):
    def __init__(self, freeze, **kwargs):
        super().__init__(**kwargs)
        self.freeze = freeze

    def call(self, inputs, training=None):
        return super().call(inputs, training=(not self.freeze))

    def get_config(self):
        return {**super().get_config(), "freeze": self.freeze}


def stem(x, filters, freeze=True):
    return BatchNorm(freeze)(keras.layers.Conv2D(filters, 3)(x))

# %% frozen or as it is told
from tensorflow import keras


class BatchNorm(keras.layers.BatchNormalization):
    def __init__(self, freeze, **kwargs):
        super().__init__(**kwargs)
        self.freeze = freeze

    def call(self, inputs, training=None):
        return super().call(inputs, training=False if self.freeze else training)

    def get_config(self):
        return {**super().get_config(), "freeze": self.freeze}


norm = BatchNorm(False)
