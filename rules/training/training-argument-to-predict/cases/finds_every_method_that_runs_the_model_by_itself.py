from tensorflow import keras


# %% fit
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
    return net.fit(x, x, training=True)  # LL113


# %% evaluate
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
    return net.evaluate(x, x, training=True)  # LL113


# %% train_on_batch
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
    return net.train_on_batch(x, x, training=True)  # LL113


# %% test_on_batch
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
    return net.test_on_batch(x, x, training=True)  # LL113


# %% predict_on_batch
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
    return net.predict_on_batch(x, x, training=True)  # LL113
