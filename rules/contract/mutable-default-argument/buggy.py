"""Dense layers, the last with a single unit."""

from tensorflow import keras


class Perceptron(keras.layers.Layer):
    def __init__(self, hidden=[8], **kwargs):
        super().__init__(**kwargs)
        hidden.append(1)
        self.dense = [keras.layers.Dense(units) for units in hidden]

    def call(self, x):
        for dense in self.dense:
            x = dense(x)
        return x
