# %% compiled again
import keras

shares = [1.0, 0.0]


class Shift(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        shares[0] = shares[0] * 0.9
        self.model.compile("sgd", ["mse", "mse"], loss_weights=shares)


def train(model, data):
    model.compile("sgd", ["mse", "mse"], loss_weights=shares)
    model.fit(data, callbacks=[Shift()])


# %% a variable that the loss reads
import keras

share = keras.Variable(1.0, trainable=False)


class Fade(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        share.assign(share * 0.9)


def weighted(y_true, y_pred):
    return share * keras.ops.mean(keras.ops.square(y_true - y_pred), axis=-1)


def train(model, data):
    model.compile("sgd", [weighted, "mse"], loss_weights=[1.0, 2.0])
    model.fit(data, callbacks=[Fade()])


# %% a model whose own step reads them
import tensorflow as tf


class Pair(tf.keras.Model):
    def call(self, x):
        return x

    def train_step(self, batch):
        x, y = batch
        return {"size": tf.reduce_mean(self.loss_weights[0] * (y - self(x, training=True)))}


class Plan(tf.keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        self.model.loss_weights = [0.1 * epoch, 0.0]


def train(model, data):
    model.compile("sgd", loss_weights=[1.0, 0.0])
    model.fit(data, callbacks=[Plan()])


# %% a record of what was
import keras

shares = [1.0, 0.0]


class Record(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.seen = {}

    def on_epoch_end(self, epoch, logs=None):
        self.seen[epoch] = logs["loss"]


def train(model, data):
    model.compile("sgd", ["mse", "mse"], loss_weights=shares)
    model.fit(data, callbacks=[Record()])


# %% set before the first batch, to one number
import keras

shares = {"near": 1.0}


class Begin(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        shares["near"] = 0.5


def train(model, data):
    model.compile("sgd", {"near": "mse"}, loss_weights=shares)
    model.fit(data, callbacks=[Begin()])


# %% changed before the model is compiled
import keras

shares = {"near": 1.0}


class Quiet(keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        shares["near"] = shares["near"] * 0.5


def train(model, data):
    model.compile("sgd", {"near": "mse"}, loss_weights=shares)
    model.fit(data, callbacks=[Quiet()])
