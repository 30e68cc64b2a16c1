# %% it is assigned
import tensorflow as tf
from tensorflow import keras


class Fade(keras.callbacks.Callback):
    def __init__(self, alpha):
        super().__init__()
        self.alpha = alpha

    def on_epoch_end(self, epoch, logs=None):
        self.alpha = self.alpha.assign(self.alpha - 0.1)


def train(model, x, loss):
    alpha = tf.Variable(1.0)
    model.compile("adam", loss(alpha))
    model.fit(x, x, callbacks=[Fade(alpha)])

# %% by the backend, from a number of the callback's own
from tensorflow import keras
from tensorflow.keras import backend as K


class Fade(keras.callbacks.Callback):
    def __init__(self, alpha):
        super().__init__()
        self.variable = alpha
        self.alpha = 1.0

    def on_epoch_end(self, epoch, logs=None):
        self.alpha = self.alpha - 0.1
        K.set_value(self.variable, self.alpha)


def train(model, x, loss):
    alpha = K.variable(1.0)
    model.compile("adam", loss(alpha))
    model.fit(x, x, callbacks=[Fade(alpha)])

# %% a number is given
import tensorflow as tf
from tensorflow import keras


class Fade(keras.callbacks.Callback):
    def __init__(self, alpha):
        super().__init__()
        self.alpha = alpha

    def on_epoch_end(self, epoch, logs=None):
        self.alpha = self.alpha - 0.1
        print(self.alpha)


def train(model, x, loss):
    alpha = 1.0
    beta = tf.Variable(1.0)
    model.compile("adam", loss(alpha, beta))
    model.fit(x, x, callbacks=[Fade(alpha)])

# %% nobody else has the variable
import tensorflow as tf
from tensorflow import keras


class Count(keras.callbacks.Callback):
    def __init__(self, seen):
        super().__init__()
        self.seen = seen
        self.mean = tf.Variable(0.0)

    def on_epoch_end(self, epoch, logs=None):
        self.seen = self.seen + 1
        self.mean = self.mean + logs["loss"]


def train(model, x):
    seen = tf.Variable(0)
    model.fit(x, x, callbacks=[Count(seen)])

# %% let go, or made again
import tensorflow as tf
from tensorflow import keras


class Best(keras.callbacks.Callback):
    def __init__(self, best):
        super().__init__()
        self.best = best

    def on_train_end(self, logs=None):
        self.best = 0.0

    def on_epoch_begin(self, epoch, logs=None):
        self.best = None


def train(model, x, loss):
    best = tf.Variable(1.0)
    model.compile("adam", loss(best))
    model.fit(x, x, callbacks=[Best(best)])
