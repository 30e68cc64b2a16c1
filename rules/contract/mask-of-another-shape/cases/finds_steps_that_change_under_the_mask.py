import keras
import tensorflow as tf
from keras import layers, ops


# %% the mean over the steps
class MeanWord(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True  # LL423

    def call(self, words, mask=None):
        if mask is not None:
            words = words * ops.cast(mask, words.dtype)[..., None]
        return ops.sum(words, axis=1)


# %% a token before them
class WithToken(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True  # LL423

    def build(self, input_shape):
        self.token = self.add_weight(shape=(1, 1, input_shape[-1]), name="token")

    def call(self, x):
        token = tf.tile(self.token, (tf.shape(x)[0], 1, 1))
        return tf.concat([token, x], axis=1)


# %% pooled, and normalised
class Pooled(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True  # LL423
        self.pool = layers.MaxPooling1D(2)
        self.norm = layers.LayerNormalization()

    def call(self, x):
        h = self.pool(x)
        h = self.norm(h)
        return ops.relu(h)


# %% the last step, and a mask passed on by hand
class Last(layers.Layer):
    def compute_mask(self, inputs, mask=None):
        return mask  # LL423

    def call(self, x):
        return x[:, -1]


# %% two inputs, one behind the other
class Behind(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True  # LL423

    def call(self, both):
        first, second = both
        return ops.concatenate((first, second), axis=1)


# %% two steps beside each other
import tensorflow as tf
from tensorflow.keras import layers


class Pairs(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True  # LL423

    def call(self, x):
        b, t, d = tf.shape(x)[0], x.shape[1], x.shape[2]
        return tf.reshape(x, (b, t // 2, 2 * d))
