# %% a checkpoint, and the best model of it
import keras


class Spectral(keras.layers.Layer):  # LL506
    def call(self, wave):
        return keras.ops.abs(keras.ops.rfft(wave)[0])


def train(x, y):
    inputs = keras.Input((256,))
    model = keras.Model(inputs, keras.layers.Dense(1)(Spectral()(inputs)))
    model.compile("adam", "mse")
    model.fit(x, y)
    model.save("spectral.keras")
    return keras.saving.load_model("spectral.keras")


# %% a script, from top to bottom
import numpy as np
import tensorflow as tf
from tensorflow.keras.models import load_model


class Hop(tf.keras.layers.Layer):  # LL506
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = tf.keras.layers.Dense(units)

    def call(self, inputs):
        nodes, adjacency = inputs
        return tf.matmul(adjacency, self.dense(nodes))

    def get_config(self):
        return {**super().get_config(), "units": self.units}


nodes = tf.keras.Input((5, 3))
adjacency = tf.keras.Input((5, 5))
model = tf.keras.Model([nodes, adjacency], Hop(2)([nodes, adjacency]))
model.save("graph.h5")
restored = load_model("graph.h5")
print(restored.predict([np.ones((1, 5, 3)), np.ones((1, 5, 5))]))


# %% in a class that trains
import keras
from keras import layers, models


class Score(layers.Layer):  # LL506
    def call(self, inputs):
        user, item = inputs
        return keras.ops.sum(user * item, axis=-1)


class Recommender:
    path = "recommender.keras"

    def build(self):
        user, item = keras.Input((8,)), keras.Input((8,))
        self.model = keras.Model([user, item], Score()([user, item]))
        self.model.compile("adam", "mse")

    def save(self):
        self.model.save(self.path)

    def load(self):
        self.model = models.load_model(self.path, compile=False)


# %% save_model, as a function
import tensorflow as tf
from tensorflow import keras


class Rotary(keras.layers.Layer):  # LL506
    def call(self, x):
        half = x.shape[-1] // 2
        return tf.concat([-x[..., half:], x[..., :half]], axis=-1)


def roundtrip():
    model = keras.Sequential([keras.Input((4, 8)), Rotary(), keras.layers.Dense(1)])
    keras.models.save_model(model, "/tmp/rotary.keras")
    return keras.models.load_model("/tmp/rotary.keras")
