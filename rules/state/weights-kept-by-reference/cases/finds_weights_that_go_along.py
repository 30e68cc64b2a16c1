import tensorflow as tf
from tensorflow import keras

# %% restored all at once
class Restore(keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.first = list(self.model.weights)  # LL233

    def on_train_end(self, logs=None):
        self.model.set_weights(self.first)


# %% read only where they are given back
class KeepBest(keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.best, self.best_weights = float("inf"), None

    def on_epoch_end(self, epoch, logs=None):
        if logs["val_loss"] < self.best:
            self.best = logs["val_loss"]
            self.best_weights = self.model.weights  # LL233

    def on_train_end(self, logs=None):
        self.model.set_weights([each.numpy() for each in self.best_weights])


# %% read by a function where they are given back
class Restart(keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.first = self.model.weights  # LL233

    def on_train_end(self, logs=None):
        self.model.set_weights([keras.backend.get_value(each) for each in self.first])


# %% the change of an epoch
class Change(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        self.before = self.model.trainable_variables  # LL233

    def on_epoch_end(self, epoch, logs=None):
        for old, new in zip(self.before, self.model.trainable_variables):
            print(float(tf.norm(new - old)))


# %% a penalty on the distance from the start
class Near(keras.regularizers.Regularizer):
    def __init__(self):
        self.start = None

    def __call__(self, weight):
        if self.start is None:
            self.start = weight  # LL233
        return tf.reduce_sum(tf.square(weight - self.start))


# %% a step that is held small
class Slow(keras.constraints.Constraint):
    last = None

    def __call__(self, w):
        if self.last is None:
            self.last = w  # LL233
        step = tf.clip_by_norm(w - self.last, 0.1)
        return self.last + step
