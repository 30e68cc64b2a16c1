from tensorflow import keras


class StopWhenGood(keras.callbacks.Callback):
    def __init__(self, bound):
        super().__init__()
        self.bound = bound

    def on_epoch_end(self, epoch, logs=None):
        loss = (logs or {}).get("loss")
        if loss is not None and loss < self.bound:
            self.model.stop_training = True
