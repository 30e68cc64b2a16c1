# %% a median filter between convolutions
import scipy.signal
import tensorflow as tf
from tensorflow.keras import layers


def median(wave):
    return scipy.signal.medfilt(wave, (1, 5, 1)).astype("float32")


class Denoiser(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.inner = layers.Conv1D(4, 5, padding="same")
        self.outer = layers.Conv1D(1, 5, padding="same")

    def call(self, wave):
        hidden = self.inner(wave)
        smooth = tf.numpy_function(median, [hidden], tf.float32)  # LL306
        smooth = tf.ensure_shape(smooth, hidden.shape)
        return self.outer(smooth)


# %% py_function around numpy, in a helper of a model
import numpy as np
import tensorflow as tf


class Ranker(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.score = tf.keras.layers.Dense(1)

    def _sorted(self, scores):
        result = tf.py_function(lambda s: np.sort(s.numpy(), axis=-1), [scores], tf.float32)  # LL306
        result.set_shape(scores.shape)
        return result

    def call(self, items):
        return self._sorted(tf.squeeze(self.score(items), -1))


# %% a projection of nodes by a weight of the layer's own
import numpy as np
import tensorflow as tf
from tensorflow import keras


def orthogonal(matrix):
    u, _, v = np.linalg.svd(matrix, full_matrices=False)
    return (u @ v).astype(np.float32)


class OrthogonalProjection(keras.layers.Layer):
    def build(self, input_shape):
        dim = input_shape[-1]
        self.kernel = self.add_weight(name="kernel", shape=(dim, dim), initializer="glorot_uniform")

    def call(self, nodes):
        kernel = tf.numpy_function(orthogonal, [self.kernel], tf.float32)  # LL306
        return tf.matmul(nodes, tf.ensure_shape(kernel, self.kernel.shape))


# %% the old name
import numpy as np
import tensorflow as tf


class Squash(tf.keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = tf.keras.layers.Dense(units)

    def call(self, x):
        x = self.dense(x)
        x = tf.compat.v1.py_func(np.arctan, [x], tf.float32)  # LL306
        x.set_shape((None, self.units))
        return x


# %% numpy function between weights
import numpy as np
import tensorflow as tf


class Sort(tf.keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = tf.keras.layers.Dense(4)

    def call(self, x):
        return tf.numpy_function(np.sort, [self.dense(x)], tf.float32)  # LL306
