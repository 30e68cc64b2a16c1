# %% a dictionary that the callback is given
import keras

given = keras.Input((8,))
shared = keras.layers.Dense(4)(given)
net = keras.Model(given, [keras.layers.Dense(1, name=n)(shared) for n in ("near", "far")])
shares = {"near": 1.0, "far": 0.0}


class Shift(keras.callbacks.Callback):
    def __init__(self, shares):
        super().__init__()
        self.shares = shares

    def on_epoch_end(self, epoch, logs=None):
        self.shares["near"] = max(0.0, self.shares["near"] - 0.1)  # LL236
        self.shares["far"] += 0.1  # LL236


net.compile("sgd", loss={"near": "mse", "far": "mse"}, loss_weights=shares)
net.fit([[1.0] * 8], {"near": [[1.0]], "far": [[1.0]]}, callbacks=[Shift(shares)])


# %% a list of the module
import tensorflow as tf

WEIGHTS = [1.0, 0.5]


class Fade(tf.keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        WEIGHTS[1] = 0.5 / (epoch + 1)  # LL236


def train(model, data):
    model.compile(optimizer="adam", loss=["mse", "mae"], loss_weights=WEIGHTS)
    model.fit(data, epochs=9, callbacks=[Fade()])


# %% an attribute of the model
import tensorflow as tf


class Plan(tf.keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        self.model.loss_weights = [1.0, 0.1 * epoch]  # LL236


def train(model, data):
    model.compile(optimizer="adam", loss=["mse", "mae"], loss_weights=[1.0, 0.0])
    model.fit(data, epochs=9, callbacks=[Plan()])


# %% within a function
import keras


class Turn(keras.callbacks.Callback):
    def __init__(self, parts):
        super().__init__()
        self.parts = parts

    def on_train_batch_end(self, batch, logs=None):
        if batch % 100 == 0:
            self.parts[0] = self.parts[0] * 0.9  # LL236


def train(model, data):
    parts = [1.0, 1.0]
    model.compile("adam", ["mse", "mse"], loss_weights=parts)
    model.fit(data, callbacks=[Turn(parts)])
