# %% after a batch
import numpy as np
from tensorflow import keras


class StopOnNaN(keras.callbacks.Callback):
    def on_train_batch_end(self, batch, logs=None):
        if np.isnan((logs or {}).get("loss", 0.0)):
            self.stop_training = True  # LL447

# %% set to False before
from keras.callbacks import Callback


class Patience(Callback):
    def __init__(self):
        super().__init__()
        self.waited = 0

    def on_train_begin(self, logs=None):
        self.stop_training = False

    def on_epoch_end(self, epoch, logs=None):
        self.waited += 1
        if self.waited > 3:
            self.stop_training = True  # LL447

# %% in a helper
import keras


class Timer(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        self.check(epoch)

    def check(self, epoch):
        if epoch > 5:
            self.stop_training = True  # LL447

# %% of a callback of Keras
import tf_keras


class Stop(tf_keras.callbacks.ModelCheckpoint):
    def on_epoch_end(self, epoch, logs=None):
        super().on_epoch_end(epoch, logs)
        if epoch == 2:
            self.stop_training = True  # LL447
