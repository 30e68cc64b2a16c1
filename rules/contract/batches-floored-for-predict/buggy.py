"""Scores the windows of a long signal."""

import numpy as np
from tensorflow import keras


class Windows(keras.utils.Sequence):
    def __init__(self, signal, starts, width=10, batch_size=32):
        super().__init__()
        self.signal = signal
        self.starts = starts
        self.width = width
        self.batch_size = batch_size

    def __len__(self):
        return len(self.starts) // self.batch_size

    def __getitem__(self, index):
        chosen = self.starts[index * self.batch_size : (index + 1) * self.batch_size]
        return (np.stack([self.signal[start : start + self.width] for start in chosen]),)


def score(model, signal, starts):
    return model.predict(Windows(signal, starts), verbose=0)
