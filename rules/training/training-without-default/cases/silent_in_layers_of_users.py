# %% every caller of the project passes it
import tensorflow as tf
from tensorflow.keras import layers


class Residual(layers.Layer):
    def __init__(self, filters):
        super().__init__()
        self.conv = layers.Conv1D(filters, 3, padding="causal")
        self.norm = layers.BatchNormalization()

    def call(self, wave, training):
        return wave + self.norm(self.conv(wave), training=training)


class WaveNet(tf.keras.Model):
    def __init__(self, depth=4):
        super().__init__()
        self.blocks = [Residual(32) for _ in range(depth)]

    def call(self, wave, training=None):
        for block in self.blocks:
            wave = block(wave, training=training)
        return wave


# %% a required flag of a helper
import keras
from keras import ops


class NoisyRouter(keras.layers.Layer):
    """Chooses experts, with noise in training."""

    def __init__(self, experts, **kwargs):
        super().__init__(**kwargs)
        self.gate = keras.layers.Dense(experts)
        self.seed = keras.random.SeedGenerator()

    def route(self, tokens, training):
        logits = self.gate(tokens)
        if training:
            logits += keras.random.normal(ops.shape(logits), seed=self.seed)
        return ops.softmax(logits)

    def call(self, tokens, training=False):
        return self.route(tokens, training)


# %% an object that is no layer
from tensorflow import keras


class Strategy:
    def call(self, batch, training):
        return batch * 2 if training else batch


class Uses(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.strategy = Strategy()

    def call(self, batch, training=None):
        return self.strategy.call(batch, training)
