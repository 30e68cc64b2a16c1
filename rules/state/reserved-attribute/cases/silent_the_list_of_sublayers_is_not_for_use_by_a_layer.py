import keras


class Stack(keras.Model):
    def __init__(self):
        super().__init__()
        self._layers = [keras.layers.Dense(4) for _ in range(3)]

    def call(self, x):
        return x
