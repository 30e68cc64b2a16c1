# %% spectrogram noise
import tensorflow as tf


class SpecNoise(tf.keras.layers.Layer):
    def __init__(self, deviation=0.1, **kwargs):
        super().__init__(**kwargs)
        self.deviation = deviation

    def call(self, spectrogram, training=None):
        noise = tf.random.normal(tf.shape(spectrogram), stddev=self.deviation)  # LL103
        return spectrogram + noise

    def get_config(self):
        return {**super().get_config(), "deviation": self.deviation}


# %% dropout of edges
import keras
from keras import ops


class EdgeDropout(keras.layers.Layer):
    def __init__(self, rate=0.2, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.seed = keras.random.SeedGenerator(1)

    def call(self, inputs, training=None):
        nodes, adjacency = inputs
        adjacency = keras.random.dropout(adjacency, self.rate, seed=self.seed)  # LL103
        return ops.matmul(adjacency, nodes)

    def get_config(self):
        return {**super().get_config(), "rate": self.rate}
