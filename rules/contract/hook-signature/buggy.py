from tensorflow import keras


class Progress(keras.callbacks.Callback):
    """Counts the epochs."""

    def __init__(self):
        super().__init__()
        self.epochs = 0

    def on_epoch_end(self, epoch):
        self.epochs += 1
