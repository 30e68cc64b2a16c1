import tensorflow as tf
from tensorflow.keras import Model, layers


class Demeaned(Model):
    def __init__(self, units=1, **kwargs):
        super().__init__(**kwargs)
        self.linear = layers.Dense(units)
        self.mean = 0.0
        self.rate = 1.0
        self.seen = 0

    def _summarise(self, x):
        self.mean = tf.reduce_mean(tf.cast(x, tf.float32), axis=0)

    def _start(self, rate):
        self.rate = rate

    def fit(self, x, y=None, **kwargs):
        self._summarise(x)
        self._start(0.5)
        return super().fit(x, y, **kwargs)

    def call(self, x):
        self._summarise(x)
        return self.linear(x - self.mean) * self.rate


def main(x, y):
    model = Demeaned()
    model.compile("adam", "mse")
    model.fit(x, y)
    model.save("prices.keras")
