import tensorflow as tf
from tensorflow import keras

# %% a mean over everything


def error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))


def train(model, x, y, importance):
    model.compile("adam", loss=error)  # LL127
    model.fit(x, y, sample_weight=importance)


# %% a root over the samples, and weights of classes


def distance(y_true, y_pred):
    return tf.sqrt(tf.reduce_sum(tf.square(y_true - y_pred), axis=0) + 1e-8)


model = keras.Sequential([keras.layers.Dense(1)])
model.compile("adam", distance)  # LL127
model.fit(tf.ones((4, 2)), tf.ones((4, 1)), class_weight={0: 1.0, 1: 10.0})

# %% an overlap


def dice_loss(y_true, y_pred):
    both = tf.reduce_sum(y_true * y_pred)
    return 1 - 2 * both / (tf.reduce_sum(y_true) + tf.reduce_sum(y_pred) + 1e-7)


model = keras.Sequential([keras.layers.Dense(1)])
model.compile(optimizer="adam", loss=dice_loss)  # LL127
model.fit(tf.ones((4, 2)), tf.ones((4, 1)), sample_weight=tf.ones((4,)))

# %% a class
import tensorflow as tf


class RootError(tf.keras.losses.Loss):
    def call(self, y_true, y_pred):
        return tf.sqrt(tf.reduce_mean(tf.square(y_true - y_pred)))


def train(model, x, y, importance):
    model.compile("adam", RootError())  # LL127
    model.fit(x, y, sample_weight=importance, epochs=3)


# %% a model that a function makes and compiles
import tensorflow as tf


def summed(y_true, y_pred):
    return tf.reduce_mean(y_pred)


def build(features):
    inputs = tf.keras.Input((features,))
    model = tf.keras.Model(inputs, tf.keras.layers.Dense(1)(inputs))
    model.compile("adam", loss=summed)  # LL127
    return model


net = build(3)
net.fit(x, y, sample_weight=weights)
