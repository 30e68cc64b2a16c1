import tensorflow as tf
from tensorflow import keras


class Causal(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.attend = keras.layers.MultiHeadAttention(num_heads=1, key_dim=4)

    def build(self, input_shape):
        self.steps = input_shape[1]

    def call(self, inputs):
        ones = tf.ones((self.steps, self.steps))
        seen = tf.linalg.band_part(ones, -1, 0)
        return self.attend(inputs, inputs, attention_mask=seen[tf.newaxis])
