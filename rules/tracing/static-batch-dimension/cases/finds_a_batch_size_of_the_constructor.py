# Run: with 25 samples in batches of 10, `fit` raises at the last one.
# %% the class promises any number
import tensorflow as tf
from tensorflow.keras import layers


class RowDot(layers.Layer):
    def __init__(self, units, rows=6, batch_size=10, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.rows = rows
        self.batch_size = batch_size

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units))

    def call(self, x):
        flat = tf.reshape(x, (self.batch_size * self.rows, x.shape[-1]))  # LL304
        return tf.reshape(tf.matmul(flat, self.kernel), (self.batch_size, self.rows, self.units))

    def compute_output_shape(self, input_shape):
        return (input_shape[0], self.rows, self.units)


# %% its module gives it any number
from tensorflow import keras
from tensorflow.keras import backend as K
from tensorflow.keras import layers


class Heads(layers.Layer):
    def __init__(self, heads, batch, **kwargs):
        super().__init__(**kwargs)
        self.heads = heads
        self.batch = batch

    def call(self, x):
        return K.reshape(x, [self.batch, self.heads, -1])  # LL304


x = keras.Input((12,))
h = Heads(3, 32)(x)
model = keras.Model(x, layers.Dense(1)(layers.Flatten()(h)))


# %% behind an activation, in Keras 3
import keras
from keras import layers, ops


class Patches(layers.Layer):
    def __init__(self, size, batch_size, **kwargs):
        super().__init__(**kwargs)
        self.size = size
        self.batch_size = batch_size

    def call(self, images):
        bright = ops.relu(images)
        return ops.reshape(bright, (self.batch_size, -1, self.size * self.size))  # LL304

    def compute_output_shape(self, input_shape):
        pixels = input_shape[1] * input_shape[2] * input_shape[3]
        return (input_shape[0], pixels // self.size**2, self.size**2)
