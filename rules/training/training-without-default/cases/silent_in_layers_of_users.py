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


# %% a model with a loop of its own says it each time
import tensorflow as tf


class GraphModel(tf.keras.Model):
    def __init__(self, units):
        super().__init__()
        self.net = tf.keras.layers.Dense(units)
        self.dropout = tf.keras.layers.Dropout(0.2)

    def call(self, nodes, training: bool):
        return self.dropout(self.net(nodes), training=training)

    def run_epoch(self, batches, training: bool):
        for nodes, labels in batches:
            with tf.GradientTape() as tape:
                loss = self.compute_loss(labels, self(nodes, training=training))
            if training:
                found = tape.gradient(loss, self.trainable_variables)
                self.optimizer.apply_gradients(zip(found, self.trainable_variables))
