# %% what the callback is told to watch
from tensorflow import keras


class Stop(keras.callbacks.Callback):
    def __init__(self, monitor="val_loss"):
        super().__init__()
        self.monitor = monitor

    def on_epoch_begin(self, epoch, logs=None):
        value = (logs or {}).get(self.monitor)  # LL435
        if value is not None and value < 0.1:
            self.model.stop_training = True

# %% by its place
from tensorflow import keras


class Report(keras.callbacks.Callback):
    def __init__(self, score):
        super().__init__()
        self.score = score

    def on_train_begin(self, logs=None):
        print(logs[self.score])  # LL435
