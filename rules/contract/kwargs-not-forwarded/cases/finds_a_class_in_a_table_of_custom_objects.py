import keras


class Shuffle(keras.layers.Layer):
    def __init__(self, size=2, **kwargs):  # LL417
        super().__init__()
        self.size = size

    def call(self, x):
        return x[:, :: self.size]


OBJECTS = {"Shuffle": Shuffle}
