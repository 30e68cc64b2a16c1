# Run on both generations: the kernel moves on in every epoch behind the one in which it was frozen.
from tensorflow import keras


# %% a layer by its name
class FreezeAfter(keras.callbacks.Callback):
    def __init__(self, epoch, name):
        super().__init__()
        self.epoch = epoch
        self.name = name

    def on_epoch_begin(self, epoch, logs=None):
        if epoch == self.epoch:
            self.model.get_layer(self.name).trainable = False  # LL125


# %% all layers of a part are thawed
from keras.callbacks import Callback


class Thaw(Callback):
    def on_epoch_end(self, epoch, logs=None):
        for layer in self.model.layers[:3]:
            layer.trainable = epoch > 4  # LL125


# %% the model itself, after some batches
class Stop(keras.callbacks.Callback):
    def on_train_batch_end(self, batch, logs=None):
        if batch == 100:
            self.model.trainable = False  # LL125
