# Run on both generations: after `beta` is set, `evaluate` gives the loss of before.
import tensorflow as tf
from tensorflow.keras import Model, layers


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
    coder.compile("sgd", loss="mse")
    for epoch in range(epochs):
        coder.beta = epoch / epochs  # LL207
        coder.fit(data, data, epochs=1)
    return coder


# %% of a layer of the model, and through a setter
class Penalty(layers.Layer):
    def __init__(self, alpha=0.0, **kwargs):
        super().__init__(**kwargs)
        self.alpha = alpha

    def call(self, z):
        self.add_loss(self.alpha * tf.reduce_mean(z**2))
        return z


class Gate(layers.Layer):
    def __init__(self, tau=1.0, **kwargs):
        super().__init__(**kwargs)
        self._tau = tau

    @property
    def tau(self):
        return self._tau

    @tau.setter
    def tau(self, value):
        self._tau = float(value)

    def call(self, z):
        return tf.nn.softmax(z / self._tau)


class Scale(layers.Layer):
    def __init__(self, factor=1.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor

    def set_factor(self, value):
        self.factor = max(0.1, value)

    def call(self, z):
        return z * self.factor


class Sparse(Model):
    def __init__(self):
        super().__init__()
        self.penalty = Penalty()

    def call(self, x):
        return self.penalty(x)


def anneal(data, epochs=5):
    sparse = Sparse()
    sparse.compile("sgd", loss="mse")
    for epoch in range(epochs):
        sparse.penalty.alpha = epoch / epochs  # LL207
        sparse.fit(data, data, epochs=1)


def cool(data, epochs=5):
    gate, scale = Gate(), Scale()
    model = tf.keras.Sequential([gate, scale])
    model.compile("sgd", loss="mse")
    for epoch in range(epochs):
        gate.tau = 1.0 / (1 + epoch)  # LL207
        scale.set_factor(epoch / epochs)  # LL207
        model.fit(data, data, epochs=1)
