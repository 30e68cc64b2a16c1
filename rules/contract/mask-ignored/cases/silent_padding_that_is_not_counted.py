# %% a sum by a sum
import tensorflow as tf
from tensorflow import keras


class MeanOverTime(keras.layers.Layer):
    def call(self, inputs, mask=None):
        keep = tf.cast(mask, inputs.dtype)[..., tf.newaxis]
        return tf.reduce_sum(inputs * keep, axis=1) / tf.reduce_sum(keep, axis=1)

# %% a mean by the share that is kept
import tensorflow as tf
from tensorflow import keras


class MeanOverTime(keras.layers.Layer):
    def call(self, inputs, mask=None):
        keep = tf.cast(mask, inputs.dtype)
        mean = tf.reduce_mean(inputs * keep[..., tf.newaxis], axis=1)
        steps = tf.cast(tf.shape(inputs)[1], inputs.dtype)
        return mean * steps / tf.reduce_sum(keep, axis=1, keepdims=True)

# %% of the features
import tensorflow as tf
from tensorflow import keras


class Reduced(keras.layers.Layer):
    def call(self, inputs, mask=None):
        inputs = inputs * tf.cast(mask, inputs.dtype)[..., tf.newaxis]
        return tf.reduce_mean(inputs, axis=-1)

# %% without a mask
import tensorflow as tf
from tensorflow import keras


class Gated(keras.layers.Layer):
    def call(self, inputs, gate):
        return tf.reduce_mean(inputs * gate, axis=1)

# %% another kind of mask
import tensorflow as tf
from tensorflow import keras


class Augmented(keras.layers.Layer):
    def call(self, x, dropout_mask):
        return tf.reduce_mean(x * tf.cast(dropout_mask, x.dtype), axis=1)
