# %% any number of rows
import tensorflow as tf
from tensorflow.keras import layers


class RowDot(layers.Layer):
    def __init__(self, units, rows=6, batch_size=10, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.rows = rows
        self.batch_size = batch_size

    def call(self, x):
        return tf.reshape(x, (-1, self.rows, self.units))

    def compute_output_shape(self, input_shape):
        return (input_shape[0], self.rows, self.units)


# %% the input has that number, too
from tensorflow import keras
from tensorflow.keras import layers
import tensorflow as tf


class Heads(layers.Layer):
    def __init__(self, heads, batch_size, **kwargs):
        super().__init__(**kwargs)
        self.heads = heads
        self.batch_size = batch_size

    def call(self, x):
        return tf.reshape(x, [self.batch_size, self.heads, -1])


x = keras.Input((12,), batch_size=32)
model = keras.Model(x, Heads(3, 32)(x))


# %% the class says that its output has it
import tensorflow as tf
from tensorflow.keras import layers


class Heads(layers.Layer):
    def __init__(self, heads, batch_size, **kwargs):
        super().__init__(**kwargs)
        self.heads = heads
        self.batch_size = batch_size

    def call(self, x):
        return tf.reshape(x, [self.batch_size, self.heads, -1])

    def compute_output_shape(self, input_shape):
        return (self.batch_size, self.heads, input_shape[-1] // self.heads)


# %% it is read from what comes in
import tensorflow as tf
from tensorflow.keras import layers


class Heads(layers.Layer):
    def __init__(self, heads, **kwargs):
        super().__init__(**kwargs)
        self.heads = heads

    def call(self, x):
        self.batch_size = tf.shape(x)[0]
        return tf.reshape(x, [self.batch_size, self.heads, -1])

    def compute_output_shape(self, input_shape):
        return (input_shape[0], self.heads, input_shape[-1] // self.heads)


# %% all batches are full
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


class Heads(layers.Layer):
    def __init__(self, heads, batch_size, **kwargs):
        super().__init__(**kwargs)
        self.heads = heads
        self.batch_size = batch_size

    def call(self, x):
        return tf.reshape(x, [self.batch_size, self.heads, -1])


data = tf.data.Dataset.from_tensor_slices(tf.zeros((100, 12))).batch(32, drop_remainder=True)
x = keras.Input((12,))
model = keras.Model(x, Heads(3, 32)(x))
