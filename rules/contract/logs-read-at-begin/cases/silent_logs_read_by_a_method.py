import tensorflow as tf
from tensorflow import keras


class PlateauDecay(keras.callbacks.Callback):
    def __init__(self, factor=0.5, key="loss"):
        super().__init__()
        self.factor = factor
        self.key = key
        self.best = float("inf")
        self.calls = 0

    def _value(self, logs):
        return (logs or {}).get(self.key)

    def on_epoch_end(self, epoch, logs=None):
        current = self._value(logs)
        if current is None:
            return
        self.calls += 1
        if current < self.best:
            self.best = current
        else:
            lr = float(self.model.optimizer.learning_rate.numpy())
            self.model.optimizer.learning_rate.assign(lr * self.factor)
