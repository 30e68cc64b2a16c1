import keras


class Block(keras.Model):
    def __init__(self, units):
        super().__init__()
        self.dense = keras.layers.Dense(units)
        self.norm = keras.layers.BatchNormalization()

    def call(self, x):  # LL101
        return self.norm(self.dense(x))


def network():
    return keras.Sequential([keras.Input((8,)), Block(16)])


model = Block(2)
model.compile("sgd", "mse")
