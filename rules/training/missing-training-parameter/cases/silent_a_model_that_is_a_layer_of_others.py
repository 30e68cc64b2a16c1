import keras


# %% in a model of layers in a row
class Block(keras.Model):
    def __init__(self, units):
        super().__init__()
        self.dense = keras.layers.Dense(units)
        self.norm = keras.layers.BatchNormalization()

    def call(self, x, **kwargs):
        return self.norm(self.dense(x))


def network():
    return keras.Sequential([keras.Input((8,)), Block(16), keras.Sequential([Block(2)])])


# %% in a graph that it is called in, layer by layer
class Part(keras.Model):
    def __init__(self, depth=1):
        super().__init__()
        self.depth = depth
        self.drop = keras.layers.Dropout(0.5)

    def __call__(self, x, **kwargs):
        if self.depth <= 0:
            return super().__call__(x, **kwargs)
        return self.call(x, **kwargs)

    def call(self, x):
        return self.drop(x)
