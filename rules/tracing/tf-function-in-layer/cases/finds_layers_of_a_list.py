import tensorflow as tf
from tensorflow import keras


class Encoder(keras.Model):
    def __init__(self, jit=False, **kwargs):
        super().__init__(**kwargs)
        self.layers_ = [keras.layers.Dense(8), keras.layers.BatchNormalization(), keras.layers.Dense(2)]
        self.encode = tf.function(self.run, jit_compile=jit)  # LL307

    def run(self, x):
        for layer in self.layers_:
            x = layer(x)
        return x

    def call(self, x, training=None):
        return self.encode(x)
