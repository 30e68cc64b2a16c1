import keras
from keras import layers, ops


# %% straight through, and with a loss of its own
class Through(layers.Layer):
    def build(self, input_shape):
        self.book = self.add_weight(shape=(8, input_shape[-1]), name="book")

    def call(self, z):
        far = ops.sum(self.book**2, -1) - 2 * ops.matmul(z, ops.transpose(self.book))
        q = ops.take(self.book, ops.argmin(far, axis=-1), axis=0)
        self.add_loss(ops.mean((q - ops.stop_gradient(z)) ** 2))
        return z + ops.stop_gradient(q - z)


class Committed(layers.Layer):
    def build(self, input_shape):
        self.book = self.add_weight(shape=(8, input_shape[-1]), name="book")

    def call(self, z):
        far = ops.sum(self.book**2, -1) - 2 * ops.matmul(z, ops.transpose(self.book))
        q = ops.take(self.book, ops.argmin(far, axis=-1), axis=0)
        self.add_loss(ops.mean((z - ops.stop_gradient(q)) ** 2))
        return q


class Coder(keras.Model):
    def __init__(self, width=4, **kwargs):
        super().__init__(**kwargs)
        self.first, self.second = layers.Dense(width), layers.Dense(width)
        self.through, self.committed = Through(), Committed()
        self.decoder = layers.Dense(5)

    def call(self, x):
        return self.decoder(self.committed(self.second(self.through(self.first(x)))))


# %% beside the cut
class Rounded(layers.Layer):
    def call(self, x):
        return ops.round(x)


class Both(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.coder = layers.Dense(4)
        self.rounded = Rounded()

    def call(self, x):
        z = self.coder(x)
        return z + self.rounded(z)
