import tensorflow as tf
from tensorflow import keras


# %% x = keras.layers.Activation('relu')(x)
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
        x = keras.layers.Activation('relu')(x)
        return x

    def helper(self, x):
        return x * self.add_weight(shape=(3,))

    def branch(self, x):
        return keras.layers.Dense(3)(x)


# %% x = keras.layers.Concatenate()([x, x])
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
        x = keras.layers.Concatenate()([x, x])
        return x

    def helper(self, x):
        return x * self.add_weight(shape=(3,))

    def branch(self, x):
        return keras.layers.Dense(3)(x)


# %% x = keras.layers.Dropout(0.0)(x)
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
        x = keras.layers.Dropout(0.0)(x)
        return x

    def helper(self, x):
        return x * self.add_weight(shape=(3,))

    def branch(self, x):
        return keras.layers.Dense(3)(x)


# %% x = keras.layers.TimeDistributed(self.dense)(x)
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
        x = keras.layers.TimeDistributed(self.dense)(x)
        return x

    def helper(self, x):
        return x * self.add_weight(shape=(3,))

    def branch(self, x):
        return keras.layers.Dense(3)(x)


# %% x = self.dense(x)
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
        x = self.dense(x)
        return x

    def helper(self, x):
        return x * self.add_weight(shape=(3,))

    def branch(self, x):
        return keras.layers.Dense(3)(x)


# %% if not self.built: self.made = keras.layers.Dense(3)
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
            self.made = keras.layers.Dense(3)
        return x

    def helper(self, x):
        return x * self.add_weight(shape=(3,))

    def branch(self, x):
        return keras.layers.Dense(3)(x)


# %% x = keras.layers.Flatten()(x)
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
        x = keras.layers.Flatten()(x)
        return x

    def helper(self, x):
        return x * self.add_weight(shape=(3,))

    def branch(self, x):
        return keras.layers.Dense(3)(x)
