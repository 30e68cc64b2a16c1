# %% of a batch
from tensorflow import keras


class Watch(keras.callbacks.Callback):
    def __init__(self, key="size"):
        super().__init__()
        self.key = key

    def on_train_batch_begin(self, batch, logs=None):
        print((logs or {}).get(self.key))

# %% a local name
from tensorflow import keras


class Watch(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        for key in logs or {}:
            print(logs[key])
