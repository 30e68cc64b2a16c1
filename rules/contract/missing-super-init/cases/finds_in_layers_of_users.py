# %% no super init
import keras


class Gate(keras.layers.Layer):
    def __init__(self, units):  # LL401
        self.units = units
        self.dense = keras.layers.Dense(units)

    def call(self, x):
        return x * self.dense(x)
