# %% a number by position
import keras


class Shift(keras.layers.Layer):
    def call(self, x, amount=0):
        return keras.ops.roll(x, amount, axis=1)


class Uses(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.shift = Shift()
        self.out = keras.layers.Dense(1)

    def call(self, x):
        return self.out(self.shift(x, 3))  # LL411
