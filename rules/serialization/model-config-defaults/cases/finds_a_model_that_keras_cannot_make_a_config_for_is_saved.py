import keras
from keras import layers
from keras.saving import deserialize_keras_object, serialize_keras_object


# %% a method
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Net(keras.Model):  # here  # LL511
    def __init__(self, classes, width=8):
        super().__init__()
        self.head = layers.Dense(classes)

    def call(self, x):
        return self.head(x)


net = Net(3)
net.save("net.keras")


# %% a function
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Net(keras.Model):  # here  # LL511
    def __init__(self, classes, width=8):
        super().__init__()
        self.head = layers.Dense(classes)

    def call(self, x):
        return self.head(x)


net = Net(3)
keras.saving.save_model(net, "net.keras")


# %% in a function
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Net(keras.Model):  # here  # LL511
    def __init__(self, classes, width=8):
        super().__init__()
        self.head = layers.Dense(classes)

    def call(self, x):
        return self.head(x)


def run():
    net = Net(3)
    net.save("net.h5")


# %% a path made up
def make(net, **options):
    return layers.Dense(4, **options) if net == "dense" else net


def selected(config):
    return {key: value for key, value in config.items() if key in ("name", "dtype")}


class Net(keras.Model):  # here  # LL511
    def __init__(self, classes, width=8):
        super().__init__()
        self.head = layers.Dense(classes)

    def call(self, x):
        return self.head(x)


net = Net(3)
net.save(f"{folder}/net.keras")
