from tensorflow import keras


# %% net = Net()
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
    net = Net()
    return net.predict(x, training=False)  # LL113


# %% net = build()
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
    net = build()
    return net.predict(x, training=False)  # LL113


# %% net = keras.Model(x, x)
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
    net = keras.Model(x, x)
    return net.predict(x, training=False)  # LL113


# %% net = keras.models.load_model('net.keras')
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
    net = keras.models.load_model('net.keras')
    return net.predict(x, training=False)  # LL113


# %% net = keras.applications.ResNet50()
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
    net = keras.applications.ResNet50()
    return net.predict(x, training=False)  # LL113


# %% net: keras.Model = keras.Sequential()
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
    net: keras.Model = keras.Sequential()
    return net.predict(x, training=False)  # LL113
