from tensorflow import keras
from tensorflow.keras.callbacks import Callback


# %% at the end of a batch
class Often(keras.callbacks.Callback):
    def on_train_batch_end(self, batch, logs=None):
        if batch % 100 == 0:
            print(self.model.evaluate(self.data, verbose=0))  # LL128


# %% by the old name
class Often(Callback):
    def on_batch_end(self, batch, logs=None):
        loss, accuracy = self.model.evaluate(self.x, self.y)  # LL128
        self.seen.append(accuracy)


# %% in a method that it calls
class Often(Callback):
    def measure(self):
        return self.model.evaluate(self.data, return_dict=True)  # LL128

    def on_train_batch_begin(self, batch, logs=None):
        self.seen.append(self.measure())


# %% with others beside it
class Often(Callback):
    def on_epoch_end(self, epoch, logs=None):
        self.model.evaluate(self.data)

    def on_train_batch_end(self, batch, logs=None):
        self.model.evaluate(self.data)  # LL128
