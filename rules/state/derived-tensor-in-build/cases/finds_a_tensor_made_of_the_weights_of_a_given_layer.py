import tensorflow as tf
from tensorflow import keras


# %% encoder-tf.transpose(self.encoder.weights[0])-True
class Decoder(keras.layers.Layer):
    def __init__(self, encoder, **kwargs):
        super().__init__(**kwargs)
        self.encoder = encoder

    def build(self, shape):
        self.w = tf.transpose(self.encoder.weights[0])  # LL208

    def call(self, x):
        return x @ self.w


# %% tied_layer-self.tied_layer.variables[0] * 2.0-True
class Decoder(keras.layers.Layer):
    def __init__(self, tied_layer, **kwargs):
        super().__init__(**kwargs)
        self.tied_layer = tied_layer

    def build(self, shape):
        self.w = self.tied_layer.variables[0] * 2.0  # LL208

    def call(self, x):
        return x @ self.w
