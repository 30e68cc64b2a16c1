# %% a little more than nothing
import tensorflow as tf
from tensorflow.keras import layers


def distance(pair):
    left, right = pair
    total = tf.reduce_sum(tf.square(left - right), axis=1, keepdims=True)
    return tf.sqrt(tf.maximum(total, 1e-7))


def twins(a, b):
    return layers.Lambda(distance)([a, b])

# %% the error of a fit, which is never nothing
import tensorflow as tf


def root_error_loss(y_true, y_pred):
    return tf.sqrt(tf.reduce_mean(tf.square(y_true - y_pred), -1))

# %% a distance to weights
import keras
from keras import ops


class Prototypes(keras.layers.Layer):
    def build(self, input_shape):
        self.centres = self.add_weight(name="centres", shape=(4, input_shape[-1]))

    def call(self, x):
        return ops.sqrt(ops.sum(ops.square(x[:, None] - self.centres), axis=-1))

# %% the norm of a gradient that is only shown
import tensorflow as tf


def steepness(model, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        score = model(x)
    return tf.sqrt(tf.reduce_sum(tf.square(tape.gradient(score, x))))

# %% the penalty of a critic
import tensorflow as tf


def gradient_penalty(critic, between):
    with tf.GradientTape() as tape:
        tape.watch(between)
        score = critic(between)
    slopes = tape.gradient(score, between)
    norm = tf.sqrt(tf.reduce_sum(tf.square(slopes), axis=[1, 2, 3]))
    return tf.reduce_mean((norm - 1.0) ** 2)


# %% norms that are kept from it, or have no root
import tensorflow as tf


class TripletLoss(tf.keras.losses.Loss):
    def call(self, y_true, y_pred):
        anchor, same, other = tf.unstack(y_pred, num=3, axis=1)
        near = tf.norm(anchor - same + 1e-6, axis=-1)
        far = tf.norm(anchor - other, ord=1, axis=-1)
        return tf.maximum(near - far + 0.5, 0.0)
