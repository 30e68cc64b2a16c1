import tensorflow as tf
from tensorflow import keras
from tensorflow.keras.callbacks import EarlyStopping, ModelCheckpoint, ReduceLROnPlateau


# %% a score whose name holds no word that Keras 2 knows
def hit_rate(y_true, y_pred):
    return tf.reduce_mean(tf.cast(tf.equal(y_true, tf.round(y_pred)), tf.float32), axis=-1)


def train(model, x, y):
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=[hit_rate])
    keep = ModelCheckpoint("best.h5", monitor="val_hit_rate", save_best_only=True)  # LL140
    model.fit(x, y, validation_split=0.2, callbacks=[keep])


# %% by position
def f1(y_true, y_pred):
    both = tf.reduce_sum(y_true * y_pred, axis=-1)
    return 2 * both / (tf.reduce_sum(y_true, axis=-1) + tf.reduce_sum(y_pred, axis=-1) + 1e-7)


def train(model, x, y):
    model.compile("adam", "mse", ["mae", f1])
    stop = EarlyStopping("val_f1", patience=3)  # LL140
    keep = ModelCheckpoint("best.h5", "val_f1", save_best_only=True)  # LL140
    model.fit(x, y, validation_split=0.2, callbacks=[stop, keep])


# %% a class
class HitRate(keras.metrics.Metric):
    def __init__(self, name="hit_rate", **kwargs):
        super().__init__(name=name, **kwargs)
        self.total = self.add_weight(name="total", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.total.assign_add(tf.reduce_sum(y_true * y_pred))

    def result(self):
        return self.total


METRICS = ["mae", HitRate()]


def train(model, x, y):
    model.compile("adam", "mse", metrics=METRICS)
    model.fit(x, y, callbacks=[ReduceLROnPlateau("hit_rate")])  # LL140


# %% guessed right by Keras 2; Keras 3 does not guess
import keras


def my_acc(y_true, y_pred):
    return keras.ops.mean(keras.ops.equal(y_true, keras.ops.round(y_pred)), axis=-1)


def train(model, x, y):
    model.compile("adam", "mse", metrics={"out": my_acc})
    model.fit(x, y, callbacks=[keras.callbacks.EarlyStopping(monitor="my_acc")])  # LL140


# %% less is better, which Keras 3 cannot know
import keras


class Gap(keras.metrics.Mean):
    def update_state(self, y_true, y_pred, sample_weight=None):
        super().update_state(keras.ops.abs(y_true - y_pred))


def train(model, x, y):
    model.compile("adam", "mse", metrics=[Gap(name="gap")])
    model.fit(x, y, callbacks=[keras.callbacks.EarlyStopping("gap")])  # LL140
