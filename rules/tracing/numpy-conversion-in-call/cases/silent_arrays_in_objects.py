import numpy as np
import tensorflow as tf
from tensorflow import keras

# %% trained by a loop of the program's own, which has values


class Share(keras.metrics.Metric):
    def update_state(self, y_true, y_pred, sample_weight=None):
        self.values.append(np.mean(y_true.numpy() == y_pred.numpy()))


def train(model, x, y, share=Share()):
    model.compile("adam", "mse")
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(model(x) - y))
    share.update_state(y, model(x))
    return tape.gradient(loss, model.trainable_variables)


# %% values that are there before


class Weighted(keras.losses.Loss):
    def __init__(self, weights):
        super().__init__()
        self.weights = tf.constant(weights)
        self.scale = np.sqrt(self.weights.numpy())

    def call(self, y_true, y_pred):
        size = np.prod(y_pred.shape[1:]) * np.max(self.scale)
        return tf.reduce_sum(tf.square(y_true - y_pred), axis=-1) / size


def begin(model):
    model.compile("adam", Weighted([1.0, 2.0]))


# %% an initializer is run on values, and a class that nothing here makes may be


class Rows(keras.initializers.Initializer):
    def __call__(self, shape, dtype=None):
        drawn = tf.random.normal(shape)
        return drawn.numpy() / np.linalg.norm(drawn.numpy())


class Clip(keras.constraints.Constraint):
    def __call__(self, w):
        return np.clip(w.numpy(), 0.0, 1.0)


def prepare(model):
    model.add(keras.layers.Dense(2, kernel_initializer=Rows()))
    model.compile("adam", "mse")
