# %% hooks
import keras


class Report(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        print(epoch)

    def on_test_batch_end(self, batch, logs=None):
        print(batch)

# %% the class calls it itself
import keras


class Report(keras.callbacks.Callback):
    def on_validation_end(self, logs):
        print(logs)

    def on_epoch_end(self, epoch, logs=None):
        self.on_validation_end(logs)

# %% words that no hook has
import keras


class Report(keras.callbacks.Callback):
    def on_improvement(self, value):
        print(value)

    def on_new_best(self, value):
        print(value)

# %% no callback of Keras
class Callback:
    def on_epoch_start(self):
        pass


class Report(Callback):
    def on_epoch_start(self):
        print("start")

# %% data sets of Keras 3
import keras


class Batches(keras.utils.PyDataset):
    def on_epoch_begin(self):
        self.order = []
