# %% = ops.concatenate([z, self.queue], axis=0)[:8]-rows0
import keras
from keras import ops


class Contrast(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(4)
        self.queue = self.add_weight(name="queue", shape=(8, 4), trainable=False)

    def call(self, x, training=None):
        return self.dense(x)

    def train_step(self, data):
        z = self(data[0], training=True)
        self.queue = ops.concatenate([z, self.queue], axis=0)[:8]  # LL205
        return super().train_step(data)


# %% = ops.roll(self.queue, 1, axis=0)-rows1
import keras
from keras import ops


class Contrast(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(4)
        self.queue = self.add_weight(name="queue", shape=(8, 4), trainable=False)

    def call(self, x, training=None):
        return self.dense(x)

    def train_step(self, data):
        z = self(data[0], training=True)
        self.queue = ops.roll(self.queue, 1, axis=0)  # LL205
        return super().train_step(data)


# %% self.total += 1.0
from tensorflow import keras


class Net(keras.Model):
    def build(self, shape):
        self.total = self.add_weight(shape=(), trainable=False)

    def train_step(self, data):
        self.total += 1.0  # LL205
        return {}


# %% self.total = self.total + 1.0
from tensorflow import keras


class Net(keras.Model):
    def build(self, shape):
        self.total = self.add_weight(shape=(), trainable=False)

    def train_step(self, data):
        self.total = self.total + 1.0  # LL205
        return {}
