# %% a default, and a name that is made of another
import keras


class Block(keras.layers.Layer):
    def __init__(self, units, name="block", **kwargs):
        super().__init__(name=name, **kwargs)
        self.dense = keras.layers.Dense(units, name="dense")
        self.out = keras.layers.Dense(units, name=f"{name}_out")

    def call(self, x):
        return self.out(self.dense(x))


# %% numbered in the loop
from tensorflow.keras import Input, Model, layers


def encoder(depth):
    x = inputs = Input((128, 1))
    for index in range(depth):
        x = layers.Conv1D(8, 3, name=f"conv_{index}")(x)
        x = layers.ReLU(name="relu_" + str(index))(x)
    return Model(inputs, x)


# %% two models with layers of one name
import keras


def autoencoder():
    inputs = keras.Input((16,))
    encoder = keras.Model(inputs, keras.layers.Dense(4, name="projection")(inputs))
    latent = keras.Input((4,))
    decoder = keras.Model(latent, keras.layers.Dense(16, name="projection")(latent))
    return encoder, decoder


# %% one of two branches
import keras


def head(features, kind):
    if kind == "classes":
        outputs = keras.layers.Dense(10, name="output")(features)
    else:
        outputs = keras.layers.Dense(1, name="output")(features)
    return outputs


# %% a name that the caller can override
import tensorflow as tf


class Gate(tf.keras.layers.Layer):
    def __init__(self, **kwargs):
        kwargs.setdefault("name", "gate")
        super().__init__(**kwargs)

    def call(self, x):
        return x * tf.sigmoid(x)
