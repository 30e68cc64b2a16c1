# %% a variable of the module, of a backend function
import tensorflow as tf
from tensorflow.keras import backend as K
from tensorflow.keras.callbacks import Callback

weight = K.variable(0.0)


class Annealing(Callback):
    def __init__(self, weight):
        self.weight = weight

    def on_epoch_end(self, epoch, logs={}):
        if epoch > 20:
            self.weight = min(self.weight + 1 / 20, 1.0)  # LL237


def vae_loss(y, p):
    return tf.reduce_mean((y - p) ** 2) + weight * tf.reduce_mean(p)


def train(model, x):
    model.compile("adam", vae_loss)
    model.fit(x, x, callbacks=[Annealing(weight)])

# %% an attribute of who trains, by name
import tensorflow as tf
from tensorflow import keras


class Steps(keras.callbacks.Callback):
    def __init__(self, beta, step=0.1):
        super().__init__()
        self.beta = beta
        self.step = step

    def on_train_batch_end(self, batch, logs=None):
        self.beta += self.step  # LL237


class Trainer:
    def __init__(self, model):
        self.beta = tf.Variable(0.0, trainable=False)
        self.model = model

    def loss(self, y, p):
        return self.beta * tf.reduce_mean(p)

    def run(self, x):
        self.model.compile("adam", self.loss)
        self.model.fit(x, x, callbacks=[Steps(beta=self.beta)])

# %% two of them, local to a function
import keras
import tensorflow as tf


class Two(keras.callbacks.Callback):
    def __init__(self, a, b):
        super().__init__()
        self.a = a
        self.b = b

    def on_epoch_begin(self, epoch, logs=None):
        self.a = tf.cast(self.a - 0.1, tf.float32)  # LL237
        self.b = self.b + 0.1  # LL237


def train(model, x):
    a = keras.Variable(1.0)
    b = tf.Variable(0.0)
    model.compile("adam", lambda y, p: a * tf.reduce_mean(p) + b)
    fading = Two(a, b)
    model.fit(x, x, callbacks=[fading])

# %% one that the callback makes, and a loss reads
import tensorflow as tf
from tensorflow import keras


class Warmup(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.kl_weight = tf.Variable(0.0, trainable=False)

    def on_epoch_begin(self, epoch, logs=None):
        self.kl_weight = epoch / 10  # LL237


warmup = Warmup()


def kl_loss(y, p):
    return warmup.kl_weight * tf.reduce_mean(p)
