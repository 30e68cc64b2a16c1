from tensorflow import keras
from tensorflow.keras.callbacks import Callback

# %% at the end of an epoch


class Slower(Callback):
    def on_epoch_end(self, epoch, logs=None):
        if logs["loss"] < 0.1:
            self.model.compile(optimizer=keras.optimizers.SGD(1e-4), loss="mse")  # LL134


# %% when the training begins


class Later(keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.model.compile("adam", "mse")  # LL134


# %% between two batches


class Warm(keras.callbacks.Callback):
    def on_train_batch_end(self, batch, logs=None):
        if batch == 100:
            self.model.compile("adam", self.model.loss)  # LL134


# %% in a method that a hook calls


class Stages(keras.callbacks.Callback):
    def __init__(self, rates):
        super().__init__()
        self.rates = rates

    def _switch(self, rate):
        self.model.trainable = True
        self.model.compile(keras.optimizers.Adam(rate), loss="mse")  # LL134

    def on_epoch_begin(self, epoch, logs=None):
        if epoch in self.rates:
            self._switch(self.rates[epoch])
