from tensorflow import keras
import tensorflow as tf

# %% with brackets
class Print(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        print(logs["loss"])  # LL435


# %% after giving the logs a value where they have none
class Slow(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        logs = logs or {}
        if logs.get("val_loss", 0.0) > 1.0:  # LL435
            self.model.stop_training = True


# %% of a whole run
class Note(tf.keras.callbacks.Callback):
    def on_train_begin(self, logs={}):
        self.first = logs.get("loss")  # LL435


# %% of a batch
class Watch(tf.keras.callbacks.ModelCheckpoint):
    def on_train_batch_begin(self, batch, logs=None):
        super().on_train_batch_begin(batch, logs)
        if logs["loss"] > 3.0:  # LL435
            self.model.stop_training = True
