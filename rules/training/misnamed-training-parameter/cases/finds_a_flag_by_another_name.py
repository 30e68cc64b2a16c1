import tensorflow as tf
from tensorflow import keras


# %% a flag by another name is reported
class Thin(keras.layers.Layer):
    def call(self, x, is_training=False):  # LL108
        if is_training:
            x = tf.nn.dropout(x, rate=0.5)
        return x


# %% a flag by another name is reported
class Thin(keras.layers.Layer):
    def call(self, x, train=False):  # LL108
        if train:
            x = tf.nn.dropout(x, rate=0.5)
        return x


# %% a flag by another name is reported
class Thin(keras.layers.Layer):
    def call(self, x, train_mode=False):  # LL108
        if train_mode:
            x = tf.nn.dropout(x, rate=0.5)
        return x


# %% a flag by another name is reported
class Thin(keras.layers.Layer):
    def call(self, x, in_training=False):  # LL108
        if in_training:
            x = tf.nn.dropout(x, rate=0.5)
        return x


# %% a flag by another name is reported
class Thin(keras.layers.Layer):
    def call(self, x, phase_train=False):  # LL108
        if phase_train:
            x = tf.nn.dropout(x, rate=0.5)
        return x
