import tensorflow as tf
from tensorflow import keras
from tensorflow.keras.callbacks import Callback


# %% before the first step
class Schedule(Callback):
    def on_train_begin(self, logs=None):
        self.model.get_layer("drop").rate = 0.5


# %% the graph is made again
class Schedule(Callback):
    def on_epoch_begin(self, epoch, logs=None):
        self.model.get_layer("drop").rate = 0.05 * epoch
        self.model.train_function = None
        self.model.make_train_function(force=True)


# %% in a function that compiles
def change(model, rate):
    model.get_layer("drop").rate = rate
    model.compile(model.optimizer, model.loss)


class Schedule(Callback):
    def on_epoch_begin(self, epoch, logs=None):
        change(self.model, 0.05 * epoch)


# %% a model that runs as Python does
class Schedule(Callback):
    def on_epoch_begin(self, epoch, logs=None):
        self.model.get_layer("drop").rate = 0.05 * epoch


def train(model):
    model.compile("adam", "mse", run_eagerly=True)


# %% the same each time
class Schedule(Callback):
    def __init__(self, rate):
        super().__init__()
        self.rate = rate

    def on_epoch_begin(self, epoch, logs=None):
        for layer in self.model.layers:
            if isinstance(layer, keras.layers.Dropout):
                layer.rate = self.rate


# %% only in the first epoch, before its first step
class Schedule(Callback):
    def on_epoch_begin(self, epoch, logs=None):
        if epoch == 0:
            self.model.get_layer("drop").rate = 0.3


# %% another thing that has a momentum, or that is no layer
class Schedule(Callback):
    def on_epoch_begin(self, epoch, logs=None):
        self.model.optimizer.momentum = 0.9 + epoch / 1000
        self.sampler.rate = epoch / 10
        self.rate = epoch / 10


# %% a variable that the layer holds
class Schedule(Callback):
    def on_epoch_begin(self, epoch, logs=None):
        self.model.get_layer("drop").rate.assign(0.05 * epoch)


# %% a layer of one's own that takes the number into a variable
class Fading(keras.layers.Layer):
    def build(self, input_shape):
        self.share = self.add_weight(name="share", shape=(), trainable=False)

    @property
    def rate(self):
        return self.share

    @rate.setter
    def rate(self, value):
        self.share.assign(value)

    def call(self, x):
        return x * (1.0 - self.share)


class Schedule(Callback):
    def on_epoch_begin(self, epoch, logs=None):
        for layer in self.model.layers:
            if isinstance(layer, Fading):
                layer.rate = epoch / 10
        self.model.get_layer("fading").rate = epoch / 10
