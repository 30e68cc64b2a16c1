from tensorflow import keras


# %% net = model
class Net(keras.Model):
    def call(self, inputs, training=None):
        return inputs

    def score(self, x):
        return x


class Service:
    def __init__(self, model):
        self.model = model


def build():
    return keras.Sequential([keras.layers.Dense(1)])


def run(model, x):
    net = model
    return net.predict(x, training=False)


# %% net = Service(model)
class Net(keras.Model):
    def call(self, inputs, training=None):
        return inputs

    def score(self, x):
        return x


class Service:
    def __init__(self, model):
        self.model = model


def build():
    return keras.Sequential([keras.layers.Dense(1)])


def run(model, x):
    net = Service(model)
    return net.predict(x, training=False)


# %% net = unknown()
class Net(keras.Model):
    def call(self, inputs, training=None):
        return inputs

    def score(self, x):
        return x


class Service:
    def __init__(self, model):
        self.model = model


def build():
    return keras.Sequential([keras.layers.Dense(1)])


def run(model, x):
    net = unknown()
    return net.predict(x, training=False)


# %% net = Net() if x else model
class Net(keras.Model):
    def call(self, inputs, training=None):
        return inputs

    def score(self, x):
        return x


class Service:
    def __init__(self, model):
        self.model = model


def build():
    return keras.Sequential([keras.layers.Dense(1)])


def run(model, x):
    net = Net() if x else model
    return net.predict(x, training=False)
