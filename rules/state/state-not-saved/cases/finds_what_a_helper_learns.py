import tensorflow as tf
from tensorflow.keras import Model, layers


class Demeaned(Model):
    def __init__(self, units=1, **kwargs):
        super().__init__(**kwargs)
        self.linear = layers.Dense(units)
        self.mean = 0.0

    def _summarise(self, x):
        self.mean = tf.reduce_mean(tf.cast(x, tf.float32), axis=0)  # LL228

    def fit(self, x, y=None, **kwargs):
        self._summarise(x)
        return super().fit(x, y, **kwargs)

    def call(self, x):
        return self.linear(x - self.mean)


def main(x, y):
    model = Demeaned()
    model.compile("adam", "mse")
    model.fit(x, y)
    model.save("prices.keras")


# %% the best of what a list has
class Tempered(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.temperature = 1.0

    def calibrate(self, logits, grid=(0.5, 1.0, 2.0)):
        losses = []
        for each in grid:
            losses.append(float(abs(logits / each).mean()))
        self.temperature = grid[losses.index(min(losses))]  # LL228

    def call(self, logits):
        return tf.nn.softmax(logits / self.temperature)
