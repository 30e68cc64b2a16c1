"""Centres the readings of a scale."""

import numpy as np
from tensorflow import keras


@keras.utils.register_keras_serializable(package="scales")
class Centred(keras.layers.Layer):
    """Subtracts the mean of the readings that it has seen."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.mean = 0.0

    def adapt(self, readings):
        self.mean = float(np.mean(readings))

    def call(self, x):
        return x - self.mean
