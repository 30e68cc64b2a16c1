import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% a weight
class Normalise(layers.Layer):
    def build(self, input_shape):
        self.mean = self.add_weight(name="mean", shape=(input_shape[-1],), trainable=False)

    def adapt(self, data):
        self.build(data.shape)
        self.mean.assign(np.mean(data, axis=0))

    def call(self, x):
        return x - self.mean


# %% in the config
class Clip(layers.Layer):
    def __init__(self, top=None, **kwargs):
        super().__init__(**kwargs)
        self.top = top

    def adapt(self, data):
        self.top = float(np.max(data))

    def call(self, x):
        return tf.minimum(x, self.top)

    def get_config(self):
        return {**super().get_config(), "top": self.top}


# %% not for call
class Counted(layers.Layer):
    def adapt(self, data):
        self.rows = len(data)

    def call(self, x):
        return x


# %% saved in a way of its own
class Own(layers.Layer):
    def adapt(self, data):
        self.mean = np.mean(data)

    def call(self, x):
        return x - self.mean

    def save_own_variables(self, store):
        store["mean"] = self.mean

    def load_own_variables(self, store):
        self.mean = store["mean"][()]


# %% a model
class Net(keras.Model):
    def fit(self, x, y=None, **kwargs):
        self.size = len(x)
        return super().fit(x, y, **kwargs)

    def call(self, x):
        return x * self.size


# %% a flag
class Once(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.adapted = False

    def adapt(self, data):
        self.adapted = True

    def call(self, x):
        return x if self.adapted else 0.0 * x


# %% a model that is fitted where it is used
class Ridge(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.mean = None

    def fit(self, x=None, y=None):
        self.mean = tf.linalg.lstsq(x, y)

    def call(self, x):
        return tf.matmul(x, self.mean)
