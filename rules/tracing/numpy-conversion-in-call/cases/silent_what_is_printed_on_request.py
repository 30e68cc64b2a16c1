import keras
import tensorflow as tf


class Distance(keras.layers.Layer):
    def __init__(self, strength, verbose=False, **kwargs):
        super().__init__(**kwargs)
        self.strength = strength
        self.verbose = verbose

    def call(self, inputs):
        mean = tf.reduce_mean(tf.sqrt(inputs + 1e-3))
        if self.verbose:
            print(self.name, "distance", float(mean), "squared", (mean**2).numpy())
        self.add_loss(self.strength * mean)
        return inputs
