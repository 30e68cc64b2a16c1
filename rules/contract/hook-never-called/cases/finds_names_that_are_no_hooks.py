# %% the beginning of an epoch of data
import numpy as np
from tensorflow import keras


class Batches(keras.utils.Sequence):
    def __len__(self):
        return 2

    def __getitem__(self, index):
        return np.ones((4, 1)), np.ones((4, 1))

    def on_epoch_start(self):  # LL432
        self.order = np.random.permutation(8)

# %% the hooks of another library
from keras.callbacks import Callback


class Report(Callback):
    def on_train_epoch_end(self, trainer=None):  # LL432
        print("done")

    def on_validation_end(self, logs=None):  # LL432
        print("validated")

# %% beside real ones
import keras


class Report(keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.count = 0

    def on_batch_start(self, batch, logs=None):  # LL432
        self.count += 1

# %% of a callback of Keras
import tf_keras


class Keep(tf_keras.callbacks.ModelCheckpoint):
    def on_evaluate_end(self, epoch, logs=None):  # LL432
        self.on_epoch_end(epoch, logs)
