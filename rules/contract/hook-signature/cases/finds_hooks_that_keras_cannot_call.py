# %% callbacks
import keras


class Report(keras.callbacks.Callback):
    def on_train_begin(self):  # LL431
        print("begin")

    def on_epoch_end(self, logs=None):  # LL431
        print(logs)

    def on_train_batch_end(self, batch, logs, model):  # LL431
        print(batch)

# %% a data set with the signature of a callback
import keras


class Batches(keras.utils.Sequence):
    def on_epoch_end(self, epoch, logs=None):  # LL431
        self.epoch = epoch
