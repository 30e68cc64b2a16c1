import keras
import tensorflow as tf


# %% noisy networks: the method is there to be run before each episode
class NoisyDense(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.sigma = self.add_weight(shape=(self.units,), name="sigma")
        self.reset_noise()

    def reset_noise(self):
        self.epsilon = tf.random.normal((self.units,))

    def call(self, inputs):
        return inputs + self.sigma * self.epsilon


# %% features that are drawn anew now and then
class Features(keras.layers.Layer):
    def build(self, input_shape):
        self.width = input_shape[-1]
        self.redraw_projection()

    def redraw_projection(self):
        self.projection = tf.random.normal((self.width, 8))

    def call(self, inputs):
        return inputs @ self.projection
