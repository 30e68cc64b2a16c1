import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

# %% with a seed


def order_of(n, seed=3):
    generator = np.random.default_rng(seed)
    return generator.permutation(n)


class Shuffle(layers.Layer):
    def build(self, input_shape):
        self.order = order_of(int(input_shape[-1]))

    def call(self, x):
        return tf.gather(x, self.order, axis=-1)
