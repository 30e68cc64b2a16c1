import keras
from keras import layers


class Net(keras.Model):
    """`call` is run once, on symbolic tensors: the functional model tells its layers the mode."""

    def __init__(self):
        super().__init__()
        self.norm = layers.BatchNormalization()

    def call(self, x):
        return self.norm(x)

    def build_graph(self, shape):
        x = layers.Input(shape)
        return keras.Model(inputs=[x], outputs=self.call(x))


def train(data):
    model = Net().build_graph((3,))
    model.compile("adam", "mse")
    model.fit(data)


def show():
    net = Net()
    net.build_graph((3,)).summary()
