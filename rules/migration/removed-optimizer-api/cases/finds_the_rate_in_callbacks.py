# Run on Keras 3: `optimizer.lr = 0.0` makes an attribute, and the weights move as before; to read it raises.
import keras
from keras import backend as K


# %% set
class Cosine(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        self.model.optimizer.lr = 0.1 / (epoch + 1)  # LL706


# %% read
class Told(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        print(float(self.model.optimizer.lr))  # LL706


# %% halved
from keras.callbacks import Callback


class Halved(Callback):
    def on_epoch_end(self, epoch, logs=None):
        self.model.optimizer.lr = self.model.optimizer.learning_rate / 2  # LL706


# %% of an optimizer that has a name
from tensorflow import keras


class WarmUp(keras.callbacks.Callback):
    def on_train_batch_begin(self, batch, logs=None):
        optimizer = self.model.optimizer
        optimizer.lr = 0.001 * (batch + 1)  # LL706
