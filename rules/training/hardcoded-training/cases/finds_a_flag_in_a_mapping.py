from tensorflow import keras
from tensorflow.keras import layers

ALWAYS = {"training": True}


# %% kept by the layer
class Unit(layers.Layer):
    def __init__(self, filters, **kwargs):
        super().__init__(**kwargs)
        self.conv = layers.Conv1D(filters, 3)
        self.norm = layers.BatchNormalization()
        self.options = dict(training=True)

    def call(self, x):
        return self.norm(self.conv(x), **self.options)  # LL110


# %% of the module, and of the method
class Pair(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.first = layers.BatchNormalization()
        self.second = layers.BatchNormalization()

    def call(self, x):
        options = {"training": True}
        x = self.first(x, **ALWAYS)  # LL110
        return self.second(x, **options)  # LL110
