import tensorflow as tf
from tensorflow import keras


# %% if not self.built: self.late = self.add_weight(shape=(3,))
class Scale(keras.layers.Layer):
    def __init__(self, units=3, use_bias=True, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.use_bias = use_bias
        self.made = None
        self.parts = []

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(3,))
        self.dense = keras.layers.Dense(3)

    def call(self, x, training=None):
        if not self.built:
            self.late = self.add_weight(shape=(3,))
        return x

    def helper(self, x):
        return x * self.add_weight(shape=(3,))

    def branch(self, x):
        return keras.layers.Dense(3)(x)


# %% if not self.built: self.build(x.shape)
class Scale(keras.layers.Layer):
    def __init__(self, units=3, use_bias=True, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.use_bias = use_bias
        self.made = None
        self.parts = []

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(3,))
        self.dense = keras.layers.Dense(3)

    def call(self, x, training=None):
        if not self.built:
            self.build(x.shape)
        return x

    def helper(self, x):
        return x * self.add_weight(shape=(3,))

    def branch(self, x):
        return keras.layers.Dense(3)(x)


# %% x = x * self.kernel
class Scale(keras.layers.Layer):
    def __init__(self, units=3, use_bias=True, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.use_bias = use_bias
        self.made = None
        self.parts = []

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(3,))
        self.dense = keras.layers.Dense(3)

    def call(self, x, training=None):
        x = x * self.kernel
        return x

    def helper(self, x):
        return x * self.add_weight(shape=(3,))

    def branch(self, x):
        return keras.layers.Dense(3)(x)


# %% with tf.init_scope(): x = x * tf.Variable(1.0)
class Scale(keras.layers.Layer):
    def __init__(self, units=3, use_bias=True, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.use_bias = use_bias
        self.made = None
        self.parts = []

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(3,))
        self.dense = keras.layers.Dense(3)

    def call(self, x, training=None):
        with tf.init_scope():
            x = x * tf.Variable(1.0)
        return x

    def helper(self, x):
        return x * self.add_weight(shape=(3,))

    def branch(self, x):
        return keras.layers.Dense(3)(x)


# %% x = tf.constant(1.0) * x
class Scale(keras.layers.Layer):
    def __init__(self, units=3, use_bias=True, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.use_bias = use_bias
        self.made = None
        self.parts = []

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(3,))
        self.dense = keras.layers.Dense(3)

    def call(self, x, training=None):
        x = tf.constant(1.0) * x
        return x

    def helper(self, x):
        return x * self.add_weight(shape=(3,))

    def branch(self, x):
        return keras.layers.Dense(3)(x)
