from tensorflow import keras


class Net(keras.Model):
    def call(self, inputs, training=None):
        return inputs

    def predict(self, x, training=None):
        return x

    def score(self, x):
        return x


class Service:
    def __init__(self, model):
        self.model = model


def build():
    return keras.Sequential([keras.layers.Dense(1)])


def run(model, x):
    net = Net()
    return net.predict(x, training=False)
