import numpy as np
import tensorflow as tf
from tensorflow.keras import layers


# %% two attributes are one defect
class Normalise(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.mean = None
        self.spread = None

    def adapt(self, data):
        values = np.asarray(data)
        self.mean = values.mean(axis=0)  # LL228
        self.spread = values.std(axis=0)

    def call(self, x):
        return (x - self.mean) / self.spread


# %% a vocabulary
class Words(layers.Layer):
    def fit(self, texts):
        found = set()
        for text in texts:
            found |= set(text.split())
        self.words = sorted(found)  # LL228

    def call(self, x):
        return tf.equal(x[..., None], self.words)


# %% a config that does not have it
class Clip(layers.Layer):
    def __init__(self, share=0.9, **kwargs):
        super().__init__(**kwargs)
        self.share = share

    def calibrate(self, data):
        self.top = np.quantile(data, self.share)  # LL228

    def call(self, x):
        return tf.minimum(x, self.top)

    def get_config(self):
        return {**super().get_config(), "share": self.share}


# %% read by a helper
class Whiten(layers.Layer):
    def adapt(self, data):
        self.matrix = tf.linalg.cholesky(tf.matmul(data, data, transpose_a=True))  # LL228

    def apply(self, x):
        return tf.matmul(x, self.matrix)

    def call(self, x):
        return self.apply(x)
