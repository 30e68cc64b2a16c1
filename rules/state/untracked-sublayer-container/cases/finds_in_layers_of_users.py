# %% layers in a deque
import collections
import keras


class Ring(keras.layers.Layer):
    def __init__(self, size, **kwargs):
        super().__init__(**kwargs)
        self.size = size
        self.parts = collections.deque(keras.layers.Dense(4) for _ in range(size))  # LL215

    def call(self, x):
        for part in self.parts:
            x = part(x)
        return x

    def get_config(self):
        return {**super().get_config(), "size": self.size}
