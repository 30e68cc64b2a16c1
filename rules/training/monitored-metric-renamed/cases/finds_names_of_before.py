# %% of the validation
from tensorflow import keras

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse", metrics=["accuracy"])
callbacks = [
    keras.callbacks.EarlyStopping(monitor="val_acc", patience=3),  # LL158
    keras.callbacks.ModelCheckpoint("best.keras", "val_acc", save_best_only=True),  # LL158
]

# %% asked by a callback of the module
from tensorflow import keras


class Stop(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        if logs.get("acc", 0.0) > 0.9:  # LL158
            self.model.stop_training = True


def train(model, x, y):
    model.compile("adam", "mse", ["accuracy"])
    model.fit(x, y, callbacks=[Stop()])

# %% the other way round
import keras
from keras.callbacks import ReduceLROnPlateau

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
model.compile("adam", "mse", metrics=["acc"])
callbacks = [ReduceLROnPlateau(monitor="val_accuracy")]  # LL158

# %% beside other metrics
import tensorflow as tf


def train(model, data):
    model.compile(loss="mse", metrics=["mae", "accuracy"])
    stop = tf.keras.callbacks.EarlyStopping("val_acc")  # LL158
    model.fit(data, callbacks=[stop])
