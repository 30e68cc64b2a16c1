# %% .assign(ops.concatenate([z, self.queue], axis=0)[:8])-rows2
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
        self.queue.assign(ops.concatenate([z, self.queue], axis=0)[:8])
        return super().train_step(data)


# %% = keep(self.queue)-rows3
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
        self.queue = keep(self.queue)
        return super().train_step(data)


# %% self.total += 1.0
from tensorflow import keras


class Net(keras.Model):
    def build(self, shape):
        self.total = self.add_weight(shape=(), trainable=False)

    def double(self, data):
        self.total += 1.0
        return {}


# %% self.total = self.total + 1.0
from tensorflow import keras


class Net(keras.Model):
    def build(self, shape):
        self.total = self.add_weight(shape=(), trainable=False)

    def double(self, data):
        self.total = self.total + 1.0
        return {}
