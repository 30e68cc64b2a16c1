import tensorflow as tf
from tensorflow import keras


class Clip(keras.layers.Layer):
    def call(self, x, training):
        return x * 2 if training else x


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.clip = Clip()

    def call(self, x, training=None):
        return self.clip(x, training=training)
