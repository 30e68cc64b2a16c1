import numpy as np
import tensorflow as tf
from tensorflow import keras


# %% a cast that meets the input
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        return x * tf.cast(x > 0, tf.float32)  # here  # LL308


# %% by name
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        return x * tf.cast(x > 0, "float32")  # here  # LL308


# %% through a name
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        depth = tf.cast(tf.shape(x)[-1], tf.float32)  # here  # LL308
        return tf.matmul(x, x, transpose_b=True) / tf.sqrt(depth)


# %% a result of a sublayer
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        keep = tf.cast(x > 0, dtype=tf.float32)  # here  # LL308
        return self.dense(x) * keep


# %% a function
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        return tf.maximum(x, tf.constant(0.0, dtype=tf.float32))  # here  # LL308


# %% a weight in a function
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        return tf.matmul(tf.cast(x, tf.float32), self.kernel)  # here  # LL308


# %% concatenated
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        return tf.concat([x, tf.zeros((1, 4), dtype=tf.float32)], axis=0)  # here  # LL308


# %% in a helper
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        return x * self.weights_of(x)

    def weights_of(self, y):
        return tf.cast(y > 0, tf.float32)  # here  # LL308


# %% floatx
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def call(self, x):
        return x * keras.backend.cast(x > 0, keras.backend.floatx())  # here  # LL308


# %% a constant of the constructor
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
        self.angles = tf.cast(np.arange(depth), tf.float32)  # here  # LL308

    def call(self, x):
        return x + self.angles


# %% a constant that a helper of build makes
NEGATIVE = -1e9


class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(4, 4))

    def build(self, input_shape):
        self.angles = self.encode(input_shape[-1])  # here  # LL308

    def encode(self, depth):
        return tf.range(depth, dtype=tf.float32)

    def call(self, x):
        return x + self.angles[None]
