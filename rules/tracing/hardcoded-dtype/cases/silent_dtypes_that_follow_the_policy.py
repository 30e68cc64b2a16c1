import numpy as np
import tensorflow as tf
from tensorflow import keras


# %% a constant that is cast where it is used
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def __init__(self, depth, **kwargs):
        super().__init__(**kwargs)
        self.angles = tf.cast(np.arange(depth), tf.float32)

    def call(self, x):
        return x + tf.cast(self.angles, x.dtype)


# %% a constant that is replaced
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def __init__(self, depth, **kwargs):
        super().__init__(**kwargs)
        self.angles = tf.cast(np.arange(depth), tf.float32)

    def build(self, input_shape):
        self.angles = tf.cast(self.angles, self.compute_dtype)

    def call(self, x):
        return x + self.angles


# %% computed in float32 and cast back
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        h = tf.cast(x, tf.float32)
        h = h / tf.norm(h, axis=-1, keepdims=True)
        return tf.cast(h, x.dtype)


# %% the input's dtype
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        return x * tf.cast(x > 0, x.dtype)


# %% the compute dtype
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        return x * tf.cast(x > 0, self.compute_dtype)


# %% numbers and arrays
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        return 0.5 * x * np.float32(2.0) + np.ones(4, "float32")


# %% keras.ops promotes
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        return keras.ops.multiply(x, keras.ops.cast(x > 0, "float32"))


# %% an output in float32
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        return tf.cast(self.dense(x), tf.float32)


# %% a sublayer casts
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        return self.dense(tf.cast(x, tf.float32)) + x


# %% integers
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        ids = tf.argmax(x, axis=-1)
        return tf.cast(ids, tf.float32) * 2.0


# %% one-hot ids
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, ids):
        return tf.one_hot(tf.cast(ids, tf.int32), 4) * tf.cast(1.0, tf.float32)
