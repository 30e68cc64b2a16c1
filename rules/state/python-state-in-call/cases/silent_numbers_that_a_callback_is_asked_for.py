import tensorflow as tf
from tensorflow import keras


# %% a variable
class EpochNote(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.this_epoch = tf.Variable(0.0, trainable=False)

    def on_epoch_begin(self, epoch, logs=None):
        self.this_epoch.assign(float(epoch))


class Annealed(keras.losses.Loss):
    def __init__(self, note, **kwargs):
        super().__init__(**kwargs)
        self.note = note

    def call(self, y_true, y_pred):
        return self.note.this_epoch * tf.square(y_true - y_pred)


# %% an attribute of something else
class Progress(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.epoch = 0

    def on_epoch_begin(self, epoch, logs=None):
        self.epoch = epoch


class Annealed(keras.losses.Loss):
    def __init__(self, config, **kwargs):
        super().__init__(**kwargs)
        self.config = config

    def call(self, y_true, y_pred):
        return float(self.config.epoch) * tf.square(y_true - y_pred)


# %% a number that stays
class Warmup(keras.callbacks.Callback):
    def __init__(self, weight):
        super().__init__()
        self.weight = weight
        self.seen = 0

    def on_epoch_end(self, epoch, logs=None):
        self.seen += 1


ramp = Warmup(0.5)


def weighted(y_true, y_pred):
    return ramp.weight * tf.reduce_mean(tf.square(y_true - y_pred), axis=-1)


# %% traced again
class Cooling(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.heat = 1.0

    def on_epoch_end(self, epoch, logs=None):
        self.heat *= 0.9
        self.model.make_train_function(force=True)


cooling = Cooling()


def soft(y_true, y_pred):
    return tf.reduce_mean(y_true - tf.nn.softmax(y_pred / cooling.heat), axis=-1)
