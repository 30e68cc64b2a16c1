import keras
from keras import layers


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.norm = layers.BatchNormalization()

    def call(self, x):  # LL101
        return self.norm(x)

    def build_graph(self, shape):
        x = layers.Input(shape)
        return keras.Model(inputs=[x], outputs=self.call(x))


def train(data):
    net = Net()
    net.build_graph((3,)).summary()
    net.compile("adam", "mse")
    net.fit(data)


class Whole(keras.Model):
    """What the base's constructor leads from and to is replaced by its own `call`."""

    def __init__(self):
        inputs = layers.Input((3,))
        norm = layers.BatchNormalization()
        super().__init__(inputs, norm(inputs))
        self.norm = norm

    def call(self, x):  # LL101
        return self.norm(x)
