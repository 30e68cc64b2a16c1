import keras
from keras import layers, ops


class Hide(layers.Layer):
    def __init__(self, ratio=0.6, **kwargs):
        super().__init__(**kwargs)
        self.ratio = ratio
        self.seeds = keras.random.SeedGenerator()

    def call(self, x):
        hidden = ops.cast(keras.random.uniform(ops.shape(x), seed=self.seeds) < self.ratio, "float32")
        return x * (1.0 - hidden), hidden
