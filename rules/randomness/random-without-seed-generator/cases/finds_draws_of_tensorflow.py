import keras
import tensorflow as tf


# %% a seed that nothing reads
class Noise(keras.layers.Layer):
    def __init__(self, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.seed = seed

    def call(self, inputs, training=None):
        if training:
            return inputs + tf.random.normal(tf.shape(inputs))  # LL602
        return inputs
