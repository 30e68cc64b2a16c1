# %% in their order
import tensorflow as tf
from tensorflow import keras


class Same(keras.layers.Layer):
    def call(self, x):
        batch, steps, features = tf.unstack(tf.shape(x))
        x = tf.reshape(x, (batch * steps, features))
        return tf.reshape(x, (batch, steps, features))

# %% transposed
import tensorflow as tf
from tensorflow import keras


class TimeFirst(keras.layers.Layer):
    def call(self, x):
        batch, steps, features = tf.unstack(tf.shape(x))
        y = tf.transpose(x, (1, 0, 2))
        return tf.reshape(y, (steps, batch, features))
