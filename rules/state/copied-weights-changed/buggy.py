import numpy as np
from tensorflow import keras


class Prune(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        for layer in self.model.layers:
            weights = layer.get_weights()
            weights[0] = np.where(np.abs(weights[0]) < 0.1, 0.0, weights[0])
