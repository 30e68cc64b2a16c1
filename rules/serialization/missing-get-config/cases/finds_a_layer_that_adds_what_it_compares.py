import tensorflow as tf
from tensorflow import keras


class Penalty(keras.layers.Layer):
    def __init__(self, inner, **kwargs):  # LL501
        super().__init__(**kwargs)
        self.inner = inner

    def call(self, pred, true):
        self.add_loss(self.inner(pred, true))
        return pred
