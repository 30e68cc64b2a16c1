# Run: `predict` gives the same before and after `resample`.
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


class Noisy(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.mu = self.add_weight(shape=(input_shape[-1], self.units), name="mu")
        self.rows = input_shape[-1]
        self.resample()

    def resample(self):
        first = tf.random.normal((self.rows, 1))
        self.noise = first * tf.random.normal((1, self.units))  # LL207

    def call(self, x):
        return tf.matmul(x, self.mu + 0.1 * self.noise)


class Agent:
    def __init__(self, actions=2):
        self.net = keras.Sequential([layers.Input((3,)), Noisy(8), Noisy(actions)])
        self.net.compile("adam", "mse")

    def learn(self, states, targets):
        for layer in self.net.layers:
            layer.resample()
        return self.net.train_on_batch(states, targets)


# %% two draws at once
class Factorised(layers.Layer):
    def __init__(self, rows, columns, **kwargs):
        super().__init__(**kwargs)
        self.rows, self.columns = rows, columns
        self.sigma = self.add_weight(name="sigma", shape=(rows, columns))
        self.reset_noise()

    def scaled(self, shape):
        e = tf.random.normal(shape)
        return tf.sign(e) * tf.sqrt(tf.abs(e))

    def reset_noise(self):
        left, right = self.scaled([self.rows, 1]), self.scaled([1, self.columns])
        self.noise = left * right  # LL207

    def call(self, x):
        return x @ (self.sigma * self.noise)


def learn(model, layer, memory):
    for _ in range(100):
        model.train_on_batch(*memory.sample(32))
        layer.reset_noise()
