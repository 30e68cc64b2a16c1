import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% pooling
class Mean(layers.Layer):
    def call(self, x, mask=None):
        if mask is not None:
            x = x * tf.cast(mask, x.dtype)[..., None]
        return tf.reduce_sum(x, axis=1)


# %% the last step
class Last(layers.Layer):
    def call(self, x, mask=None):
        return (x * tf.cast(mask, x.dtype)[..., None])[:, -1]


# %% said in the constructor
class Zero(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True

    def call(self, x, mask=None):
        return x * tf.cast(mask, x.dtype)[..., None]


# %% computed
class Zero(layers.Layer):
    def call(self, x, mask=None):
        return x * tf.cast(mask, x.dtype)[..., None]

    def compute_mask(self, inputs, mask=None):
        return mask


# %% not used
class Double(layers.Layer):
    def call(self, x, mask=None):
        return 2.0 * x


# %% a built-in base
class Wide(layers.Dense):
    def call(self, x, mask=None):
        return super().call(x) * tf.cast(mask, x.dtype)[..., None]


# %% a mask that must be passed
class Zero(layers.Layer):
    def call(self, x, mask):
        return x * tf.cast(mask, x.dtype)[..., None]


# %% attention over the steps
class Attend(layers.Layer):
    def call(self, x, mask=None):
        scores = tf.reduce_sum(x, axis=-1)
        if mask is not None:
            scores = tf.where(mask, scores, -1e4)
        return tf.einsum("bt,btc->bc", tf.nn.softmax(scores), x)
