from tensorflow import keras
from tensorflow.keras import layers


class Net(keras.Model):
    """`call` is run once, on symbolic tensors: the layers are those of the functional model."""

    def call(self, x):
        x = layers.Dense(4)(x)
        return layers.BatchNormalization()(x)

    def build_graph(self, shape):
        x = layers.Input(shape)
        model = keras.Model(inputs=[x], outputs=self.call(x))
        return model


def train(data):
    net = Net()
    model = net.build_graph((3,))
    model.compile("adam", "mse")
    model.fit(data)
