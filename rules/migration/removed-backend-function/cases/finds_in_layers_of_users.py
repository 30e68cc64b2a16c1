# %% attention over time steps
import keras
import keras.backend as K


class AttentionPool(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.score = keras.layers.Dense(units, activation="tanh")
        self.weigh = keras.layers.Dense(1)

    def call(self, steps):
        weights = K.softmax(self.weigh(self.score(steps)), axis=1)  # LL702
        return K.sum(weights * steps, axis=1)  # LL702


# %% a loss of a variational autoencoder, as names
from keras.backend import exp, mean, square  # LL702, LL702, LL702
from keras.layers import Layer


class Divergence(Layer):
    def call(self, inputs):
        average, log_variance = inputs
        self.add_loss(-0.5 * mean(1 + log_variance - square(average) - exp(log_variance)))
        return average


# %% the score of a triplet, in a function beside the layer
import keras
from keras import backend


def distance(a, b):
    return backend.sqrt(backend.sum(backend.square(a - b), axis=-1))  # LL702, LL702, LL702


class Triplet(keras.layers.Layer):
    def call(self, inputs):
        anchor, positive, negative = inputs
        return keras.ops.relu(distance(anchor, positive) - distance(anchor, negative) + 0.2)


# %% the shapes of a graph layer
import keras


class Readout(keras.layers.Layer):
    def call(self, nodes):
        size = keras.backend.shape(nodes)[1]  # LL702
        flat = keras.backend.batch_flatten(nodes)  # LL702
        return flat / keras.backend.cast(size, "float32")  # LL702


# %% the rate of an optimizer, under tf.keras
from tensorflow.keras import backend, layers
from tensorflow.keras.callbacks import Callback


class Restarts(Callback):
    def on_epoch_begin(self, epoch, logs=None):
        optimizer = self.model.optimizer
        backend.set_value(optimizer.learning_rate, 0.1 / (1 + epoch % 10))  # LL702


class Half(Callback):
    def on_epoch_end(self, epoch, logs=None):
        rate = self.model.optimizer.learning_rate
        backend.set_value(self.model.optimizer.learning_rate, rate * 0.5)  # LL702
