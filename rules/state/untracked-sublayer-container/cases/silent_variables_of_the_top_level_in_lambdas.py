import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import backend as K
from tensorflow.keras import layers

# %% a weight of the loss that a callback sets
warmth = K.variable(0.0)


class Anneal(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        K.set_value(warmth, min(1.0, epoch / 10))


codes = keras.Input((4,))
model = keras.Model(codes, layers.Lambda(lambda c: c * warmth)(codes))


# %% trained by a tape of its own
mixing = tf.Variable(tf.random.normal((6, 4)))
features = keras.Input((6,))
projection = keras.Model(features, layers.Lambda(lambda f: f @ mixing)(features))


def step(optimizer, x, y):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((projection(x) - y) ** 2)
    variables = projection.trainable_variables + [mixing]
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))


# %% a constant, said to be one
basis = tf.Variable(np.eye(4, dtype="float32"), trainable=False)
inputs = keras.Input((4,))
turned = layers.Lambda(lambda t: t @ basis)(inputs)


# %% a counter
position = tf.Variable(0, dtype=tf.int64)
seen = layers.Lambda(lambda t: t + tf.cast(position, t.dtype))(inputs)


# %% given out, to be set by others
def softened():
    z = keras.Input((10,))
    temperature = tf.Variable(1.0)
    return keras.Model(z, layers.Lambda(lambda t: t / temperature)(z)), temperature


# %% written in between
shift = tf.Variable([0.0, 0.0])
pairs = keras.Input((2,))
moved = keras.Model(pairs, layers.Lambda(lambda p: p + shift)(pairs))
shift.assign([1.0, -1.0])


# %% another variable of that name
def other(shift):
    p = keras.Input((2,))
    return keras.Model(p, layers.Lambda(lambda t: t + shift)(p))
