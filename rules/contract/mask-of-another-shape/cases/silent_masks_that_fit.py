import keras
import tensorflow as tf
from keras import layers, ops


# %% the steps are kept
class Scaled(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True

    def call(self, x):
        return x * 2.0 - ops.mean(x, axis=1, keepdims=True)


# %% the mask is cut as well
class Tail(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True

    def compute_mask(self, inputs, mask=None):
        return None if mask is None else mask[:, 1:]

    def call(self, x):
        return x[:, 1:]


# %% no claim
class Mean(layers.Layer):
    def call(self, x):
        return ops.mean(x, axis=1)


# %% features are joined, not steps
class Wide(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True

    def call(self, x):
        return tf.concat([x, x * x], axis=-1)


# %% features are cut
class Half(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True

    def call(self, x):
        return x[:, :, :4]


# %% it may keep them
class Maybe(layers.Layer):
    def __init__(self, last=False, **kwargs):
        super().__init__(**kwargs)
        self.last = last
        self.supports_masking = True

    def call(self, x):
        if self.last:
            return x[:, -1]
        return x


# %% a step is only used inside
class Centred(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True

    def call(self, x):
        first = x[:, :1]
        return x + ops.tanh(first) * 0.0 if first is None else x


# %% pixels
class Frame(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True
        self.conv = layers.Conv2D(3, 3)

    def call(self, x):
        return self.conv(x)[:, 1:]


# %% the steps stay, and the features are folded
import tensorflow as tf
from tensorflow.keras import layers


class Heads(layers.Layer):
    def __init__(self, heads=2, **kwargs):
        super().__init__(**kwargs)
        self.heads = heads
        self.supports_masking = True

    def call(self, x):
        b, t, d = tf.shape(x)[0], x.shape[1], x.shape[2]
        return tf.reshape(x, (b, t, self.heads, d // self.heads))
