import tensorflow as tf
from tensorflow.keras import Model, layers


# %% compiled again, or set before the first
class Coder(Model):
    def __init__(self):
        super().__init__()
        self.enc = layers.Dense(4)
        self.dec = layers.Dense(4)
        self.beta = 0.0

    def call(self, x):
        code = self.enc(x)
        self.add_loss(self.beta * tf.reduce_mean(code**2))
        return self.dec(code)


def warm_up(data, epochs=5):
    coder = Coder()
    for epoch in range(epochs):
        coder.beta = epoch / epochs
        coder.compile("sgd", loss="mse")
        coder.fit(data, data, epochs=1)
    return coder


def once(data):
    coder = Coder()
    coder.beta = 0.5
    coder.compile("sgd", loss="mse")
    coder.fit(data, data, epochs=3)
    return coder


# %% a variable
class Slow(Model):
    def __init__(self):
        super().__init__()
        self.enc = layers.Dense(4)
        self.gamma = tf.Variable(0.0, trainable=False)

    def call(self, x):
        return self.enc(x) * self.gamma


def ramp(model, data):
    for epoch in range(5):
        model.gamma.assign(epoch / 5.0)
        model.fit(data, data, epochs=1)


# %% through setters that write variables, or of things that Keras does not trace
class Gate(layers.Layer):
    def __init__(self, tau=1.0, **kwargs):
        super().__init__(**kwargs)
        self._tau = self.add_weight(name="tau", shape=(), initializer="ones", trainable=False)
        self.title = "gate"

    def set_tau(self, value):
        self._tau.assign(value)

    def set_title(self, value):
        self.title = value

    def call(self, z):
        return tf.nn.softmax(z / self._tau)


class Bar:
    def __init__(self):
        self.done = 0

    def set_done(self, value):
        self.done = value


def cool(data, epochs=5):
    gate, bar = Gate(), Bar()
    model = tf.keras.Sequential([gate])
    model.compile("sgd", loss="mse")
    for epoch in range(epochs):
        gate.set_tau(1.0 / (1 + epoch))
        gate.set_title(f"gate {epoch}")
        bar.set_done(epoch)
        model.fit(data, data, epochs=1)
