import tensorflow as tf
from tensorflow import keras


class Cell(keras.layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.state_size = units

    def call(self, x, states, training):
        return x, states
