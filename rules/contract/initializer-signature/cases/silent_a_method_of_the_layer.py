import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import Layer


class CapsuleLayer(Layer):
    def __init__(self, num_capsule, dim, spread=0.1, **kwargs):
        super().__init__(**kwargs)
        self.num_capsule = num_capsule
        self.dim = dim
        self.spread = spread

    def prior(self, shape, dtype=None):
        return tf.random.normal(shape, stddev=self.spread)

    def build(self, input_shape):
        self.W = self.add_weight(
            name="capsules",
            shape=(self.num_capsule, int(input_shape[-1]), self.dim),
            initializer=self.prior,
        )

    def call(self, u):
        s = tf.einsum("bi,nid->bnd", u, self.W)
        norm = tf.reduce_sum(s**2, -1, keepdims=True)
        return s * norm / (1.0 + norm)
