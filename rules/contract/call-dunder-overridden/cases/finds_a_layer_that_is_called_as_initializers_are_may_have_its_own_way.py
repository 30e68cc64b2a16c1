import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


class Trained(layers.Layer):
    def build(self, shape, dtype=None):
        self.loc = self.add_weight(name="loc", shape=shape)

    def __call__(self, x, dtype=None):  # LL407
        pass
        return self.loc
