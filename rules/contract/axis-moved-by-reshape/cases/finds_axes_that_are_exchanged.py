# %% time to the front
import tensorflow as tf
from tensorflow import keras


class Recurrence(keras.layers.Layer):
    def call(self, x):
        shape = tf.shape(x)
        batch, steps, features = shape[0], shape[1], shape[2]
        by_time = tf.reshape(x, (steps, batch, features))  # LL445
        return by_time[-1]

# %% channels before the steps
import keras
from keras import ops


class ChannelsFirst(keras.layers.Layer):
    def call(self, inputs):
        b, n, c = ops.shape(inputs)
        return ops.reshape(inputs, (b, c, n))  # LL445


# %% and cut behind that
import keras
from keras import ops


class Latest(keras.layers.Layer):
    def call(self, x):
        b, n, c = ops.shape(x)
        by_time = ops.reshape(x, (n, b, c))  # LL445
        late = by_time[1:]
        return ops.mean(late, axis=0)
