import keras


class Stack(keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self._layers = [keras.layers.Dense(4) for _ in range(3)]  # LL212

    def call(self, x):
        return x
