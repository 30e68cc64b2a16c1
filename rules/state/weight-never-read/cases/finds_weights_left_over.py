from tensorflow import keras

# %% a scale that is forgotten


class Norm(keras.layers.Layer):
    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(input_shape[-1],))  # LL231
        self.shift = self.add_weight(name="shift", shape=(input_shape[-1],))

    def call(self, x):
        return x / keras.ops.std(x, axis=-1, keepdims=True) + self.shift


# %% made in the constructor, read by another name


class Table(keras.layers.Layer):
    def __init__(self, rows, width, **kwargs):
        super().__init__(**kwargs)
        self.rows = rows
        self.width = width
        self.keys = self.add_weight(name="keys", shape=(rows, width))
        self.values = self.add_weight(name="values", shape=(rows, width))  # LL231

    def call(self, x):
        share = keras.ops.softmax(x @ keras.ops.transpose(self.keys))
        return share @ self.keys

    def get_config(self):
        return {**super().get_config(), "rows": self.rows, "width": self.width}


# %% two of them


class Two(keras.layers.Layer):
    def build(self, input_shape):
        self.a = self.add_weight(name="a", shape=(1,))
        self.b = self.add_weight(name="b", shape=(1,))  # LL231
        self.c = self.add_weight(name="c", shape=(1,))  # LL231

    def call(self, x):
        return x * self.a


# %% a cell


class Cell(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.state_size = units

    def build(self, input_shape):
        self.kernel = self.add_weight(name="k", shape=(input_shape[-1], self.units))
        self.recurrent = self.add_weight(name="r", shape=(self.units, self.units))  # LL231

    def call(self, inputs, states):
        new = keras.ops.tanh(inputs @ self.kernel + states[0])
        return new, [new]

    def get_config(self):
        return {**super().get_config(), "units": self.units}


# %% whose weights are only looked at
import keras
import numpy as np


class Shifted(keras.layers.Layer):
    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(input_shape[-1],))
        self.shift = self.add_weight(name="shift", shape=(input_shape[-1],))  # LL231

    def call(self, x):
        return x * self.scale


model = keras.Sequential([Shifted()])
before = {w.path: np.array(w) for w in model.trainable_weights}
print([w.name for w in model.trainable_weights if np.allclose(before[w.path], w)])
for place, weight in enumerate(model.trainable_variables):
    print(place, weight.shape)


# %% whose model is trained by a step of its own
import tensorflow as tf
from tensorflow import keras


class Scaled(keras.layers.Layer):
    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(input_shape[-1],))
        self.shift = self.add_weight(name="shift", shape=(input_shape[-1],))  # LL231

    def call(self, x):
        return x * self.scale


class Trained(keras.Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = self.compiled_loss(y, self(x, training=True))
        trainable_vars = self.trainable_variables
        gradients = tape.gradient(loss, trainable_vars)
        self.optimizer.apply_gradients(zip(gradients, trainable_vars))
        return {"loss": loss}


def step(encoder, decoder, optimizer, x):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(decoder(encoder(x)))
    trainable_variables = encoder.trainable_variables + decoder.trainable_variables
    pairs = zip(tape.gradient(loss, trainable_variables), trainable_variables)
    optimizer.apply_gradients(pairs)


# %% one that a regularizer moves


class Drawn(keras.layers.Layer):
    def build(self, input_shape):
        self.a = self.add_weight(name="a", shape=(1,))
        self.b = self.add_weight(name="b", shape=(1,), regularizer="l2")  # LL231

    def call(self, x):
        return x + self.a
