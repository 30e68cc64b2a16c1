import keras
from keras import layers, ops


class Spread(layers.Layer):
    def call(self, frame):
        return ops.std(frame, axis=-1)


class Reader(keras.Model):
    def __init__(self):
        super().__init__()
        self.frames = layers.TimeDistributed(Spread())

    def call(self, x):
        return self.frames(x)


chain = keras.Sequential([layers.TimeDistributed(Spread()), layers.Dense(2)])
