import tensorflow as tf
from tensorflow import keras


# %% by a loss that was given the callback
class EpochNote(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.this_epoch = 0

    def on_epoch_begin(self, epoch, logs=None):
        self.this_epoch = epoch


class Annealed(keras.losses.Loss):
    def __init__(self, note, **kwargs):
        super().__init__(**kwargs)
        self.note = note

    def call(self, y_true, y_pred):
        return float(self.note.this_epoch) * tf.square(y_true - y_pred)  # LL207


# %% by a function
class Warmup(keras.callbacks.Callback):
    def __init__(self, epochs):
        super().__init__()
        self.epochs = epochs
        self.weight = 0.0

    def on_epoch_end(self, epoch, logs=None):
        self.weight = min(1.0, epoch / self.epochs)


ramp = Warmup(10)


def weighted(y_true, y_pred):
    return ramp.weight * tf.reduce_mean(tf.square(y_true - y_pred), axis=-1)  # LL207


# %% by a layer
class Cooling(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.heat = 1.0

    def on_train_batch_end(self, batch, logs=None):
        self.heat *= 0.99


class Soft(keras.layers.Layer):
    def __init__(self, cooling_callback, **kwargs):
        super().__init__(**kwargs)
        self.cooling_callback = cooling_callback

    def call(self, x):
        return tf.nn.softmax(x / self.cooling_callback.heat)  # LL207
