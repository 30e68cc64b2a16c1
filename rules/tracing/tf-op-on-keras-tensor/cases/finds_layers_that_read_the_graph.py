# %% a loss that a layer adds
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

image = keras.Input((784,))
hidden = layers.Dense(64, activation="relu")(image)
mean = layers.Dense(2)(hidden)
log_var = layers.Dense(2)(hidden)
decoded = layers.Dense(784, activation="sigmoid")(mean)


class Divergence(layers.Layer):
    def divergence(self):
        return -0.5 * tf.reduce_mean(1 + log_var - mean**2 - tf.exp(log_var))  # LL309

    def call(self, inputs):
        self.add_loss(self.divergence())
        return inputs


vae = keras.Model(image, Divergence()(decoded))
vae.compile("adam", "mse")


# %% within the function that builds the model
import tensorflow as tf
from tensorflow import keras


def build(width):
    inputs = keras.Input((width,))
    gate = keras.layers.Dense(width, activation="sigmoid")(inputs)

    class Gated(keras.layers.Layer):
        def call(self, x):
            return x * gate  # LL309

    model = keras.Model(inputs, Gated()(keras.layers.Dense(width)(inputs)))
    model.compile("adam", "mse")
    return model


# %% an input itself
import tensorflow as tf
from tensorflow import keras

image = keras.Input((8, 8, 3))


class Residual(keras.layers.Layer):
    def call(self, x):
        return tf.add(x, image)  # LL309


outputs = Residual()(keras.layers.Conv2D(3, 3, padding="same")(image))
model = keras.Model(image, outputs)
model.compile("adam", "mse")


# %% by way of a model
import tensorflow as tf
from tensorflow import keras

tokens = keras.Input((None,), dtype="int32")
vectors = keras.layers.Embedding(100, 8)(tokens)


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.head = keras.layers.Dense(3)

    def call(self, x):
        return self.head(tf.reduce_mean(vectors, axis=1))  # LL309


Net().compile("adam", "mse")
