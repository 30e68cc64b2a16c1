# %% of the model
from tensorflow import keras


class Stop(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        if epoch == 2:
            self.model.stop_training = True

# %% handed on
from tensorflow import keras


class Stop(keras.callbacks.Callback):
    def on_train_batch_end(self, batch, logs=None):
        if batch > 10:
            self.stop_training = True

    def on_epoch_end(self, epoch, logs=None):
        self.model.stop_training = self.stop_training

# %% asked by a loop
from tensorflow import keras


class Stop(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        if epoch == 2:
            self.stop_training = True


def train(step, epochs):
    callback = Stop()
    for epoch in range(epochs):
        step()
        callback.on_epoch_end(epoch)
        if callback.stop_training:
            break

# %% no callback
from tensorflow import keras


class Trainer:
    def on_epoch_end(self, epoch):
        self.stop_training = True


class Quiet(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        print(epoch)

# %% set to False alone
from tensorflow import keras


class Start(keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.stop_training = False
