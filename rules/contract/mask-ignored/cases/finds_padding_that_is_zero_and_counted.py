# %% a product
import tensorflow as tf
from tensorflow import keras


class MeanOverTime(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.supports_masking = True

    def compute_mask(self, inputs, mask=None):
        return None

    def call(self, inputs, mask=None):
        if mask is None:
            return tf.reduce_mean(inputs, axis=1)
        keep = tf.expand_dims(tf.cast(mask, inputs.dtype), -1)
        inputs = inputs * keep
        return tf.reduce_mean(inputs, axis=1)  # LL430

# %% by an operator, of the axis before the last
from keras import backend as K
from keras.layers import Layer


class Pool(Layer):
    def call(self, inputs, mask=None):
        if mask is not None:
            mask = K.cast(mask, K.floatx())
            inputs *= K.expand_dims(mask, axis=-1)
        return K.mean(inputs, axis=-2)  # LL430

# %% on the spot
import keras
from keras import ops


class Pool(keras.layers.Layer):
    def call(self, x, mask):
        weight = ops.cast(mask, x.dtype)
        return ops.mean(x * weight[..., None], axis=1)  # LL430

# %% a mask of another name, and one that is handed over with the input
import tensorflow as tf
from tensorflow import keras


class MeanPooling(keras.layers.Layer):
    def call(self, hidden, attention_mask):
        weight = tf.cast(attention_mask, hidden.dtype)[..., tf.newaxis]
        return tf.reduce_mean(hidden * weight, axis=1)  # LL430


class PairPooling(keras.layers.Layer):
    def call(self, inputs):
        x, mask = inputs
        return tf.reduce_mean(x * tf.expand_dims(mask, -1), axis=1)  # LL430
