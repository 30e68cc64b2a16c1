import keras
from keras import layers
from keras.saving import deserialize_keras_object, serialize_keras_object


# %% its weights
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Net(keras.Model):
    def __init__(self, classes, width=8):
        super().__init__()
        self.head = layers.Dense(classes)

    def call(self, x):
        return self.head(x)


net = Net(3)
net.save_weights("net.weights.h5")


# %% another model
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Net(keras.Model):
    def __init__(self, classes, width=8):
        super().__init__()
        self.head = layers.Dense(classes)

    def call(self, x):
        return self.head(x)


net = Net(3)
net = keras.Sequential()
net.save("net.keras")


# %% another name
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Net(keras.Model):
    def __init__(self, classes, width=8):
        super().__init__()
        self.head = layers.Dense(classes)

    def call(self, x):
        return self.head(x)


net = Net(3)
other.save("net.keras")


# %% an export
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Net(keras.Model):
    def __init__(self, classes, width=8):
        super().__init__()
        self.head = layers.Dense(classes)

    def call(self, x):
        return self.head(x)


net = Net(3)
net.save("saved_model")
