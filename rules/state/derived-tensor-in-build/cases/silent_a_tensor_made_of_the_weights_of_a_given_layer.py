import tensorflow as tf
from tensorflow import keras


# %% encoder-self.encoder.weights[0]-False
class Decoder(keras.layers.Layer):
    def __init__(self, encoder, **kwargs):
        super().__init__(**kwargs)
        self.encoder = encoder

    def build(self, shape):
        self.w = self.encoder.weights[0]

    def call(self, x):
        return x @ self.w


# %% options-tf.transpose(self.options.weights[0])-False
class Decoder(keras.layers.Layer):
    def __init__(self, options, **kwargs):
        super().__init__(**kwargs)
        self.options = options

    def build(self, shape):
        self.w = tf.transpose(self.options.weights[0])

    def call(self, x):
        return x @ self.w
