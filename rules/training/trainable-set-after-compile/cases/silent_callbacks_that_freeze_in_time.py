from tensorflow import keras


# %% before anything is traced
class Frozen(keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        self.model.get_layer("base").trainable = False


# %% the step is made again
class Thaw(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        if epoch == 3:
            self.model.trainable = True
            self.model.train_function = None
            self.model.make_train_function()


# %% an attribute of its own
class Told(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        self.trainable = epoch > 3


# %% no callback of Keras
class Schedule:
    def on_epoch_begin(self, epoch):
        self.model.trainable = False
