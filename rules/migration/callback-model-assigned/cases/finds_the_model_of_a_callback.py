# %% in the constructor
import keras


class TeacherAverage(keras.callbacks.Callback):
    def __init__(self, model, decay=3e-3):
        super().__init__()
        self.decay = decay
        self.model = model  # LL709

    def on_epoch_end(self, epoch, logs=None):
        print(self.model.optimizer.iterations)


# %% before there is one
from tensorflow.keras.callbacks import Callback


class Watcher(Callback):
    def __init__(self):
        self.model = None  # LL709
        super().__init__()


# %% where Keras sets it
import tensorflow as tf


class Saver(tf.keras.callbacks.ModelCheckpoint):
    def set_model(self, model):
        self.model = model  # LL709
        self.weights = model.weights


# %% in a class below one of the file
import keras


class Base(keras.callbacks.Callback):
    pass


class Inner(Base):
    def on_train_begin(self, logs=None):
        self.model = self.model.layers[0]  # LL709
