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
