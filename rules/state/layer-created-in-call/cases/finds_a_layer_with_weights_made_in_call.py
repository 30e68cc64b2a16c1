import tensorflow as tf
from tensorflow import keras


# %% x = keras.layers.Dense(self.units)(x)-keras.layers.Layer
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
        x = keras.layers.Dense(self.units)(x)  # LL204
        return x

    def helper(self, x):
        return x * self.add_weight(shape=(3,))

    def branch(self, x):
        return keras.layers.Dense(3)(x)


# %% x = keras.layers.Dense(self.units)(x)-keras.Model
class Scale(keras.Model):
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
        x = keras.layers.Dense(self.units)(x)  # LL204
        return x

    def helper(self, x):
        return x * self.add_weight(shape=(3,))

    def branch(self, x):
        return keras.layers.Dense(3)(x)


# %% x = tf.keras.layers.BatchNormalization()(x, training=training)-kera...
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
        x = tf.keras.layers.BatchNormalization()(x, training=training)  # LL204
        return x

    def helper(self, x):
        return x * self.add_weight(shape=(3,))

    def branch(self, x):
        return keras.layers.Dense(3)(x)


# %% x = tf.keras.layers.BatchNormalization()(x, training=training)-kera...
class Scale(keras.Model):
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
        x = tf.keras.layers.BatchNormalization()(x, training=training)  # LL204
        return x

    def helper(self, x):
        return x * self.add_weight(shape=(3,))

    def branch(self, x):
        return keras.layers.Dense(3)(x)


# %% dense = keras.layers.Dense(3); x = dense(x)-keras.layers.Layer
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
        dense = keras.layers.Dense(3); x = dense(x)  # LL204
        return x

    def helper(self, x):
        return x * self.add_weight(shape=(3,))

    def branch(self, x):
        return keras.layers.Dense(3)(x)


# %% dense = keras.layers.Dense(3); x = dense(x)-keras.Model
class Scale(keras.Model):
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
        dense = keras.layers.Dense(3); x = dense(x)  # LL204
        return x

    def helper(self, x):
        return x * self.add_weight(shape=(3,))

    def branch(self, x):
        return keras.layers.Dense(3)(x)


# %% self.made = keras.layers.Dense(3); x = self.made(x)-keras.layers.Layer
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
        self.made = keras.layers.Dense(3); x = self.made(x)  # LL204
        return x

    def helper(self, x):
        return x * self.add_weight(shape=(3,))

    def branch(self, x):
        return keras.layers.Dense(3)(x)


# %% self.made = keras.layers.Dense(3); x = self.made(x)-keras.Model
class Scale(keras.Model):
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
        self.made = keras.layers.Dense(3); x = self.made(x)  # LL204
        return x

    def helper(self, x):
        return x * self.add_weight(shape=(3,))

    def branch(self, x):
        return keras.layers.Dense(3)(x)


# %% x = keras.Sequential([keras.layers.Dense(3)])(x)-keras.layers.Layer
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
        x = keras.Sequential([keras.layers.Dense(3)])(x)  # LL204
        return x

    def helper(self, x):
        return x * self.add_weight(shape=(3,))

    def branch(self, x):
        return keras.layers.Dense(3)(x)


# %% x = keras.Sequential([keras.layers.Dense(3)])(x)-keras.Model
class Scale(keras.Model):
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
        x = keras.Sequential([keras.layers.Dense(3)])(x)  # LL204
        return x

    def helper(self, x):
        return x * self.add_weight(shape=(3,))

    def branch(self, x):
        return keras.layers.Dense(3)(x)


# %% x = keras.layers.TimeDistributed(keras.layers.Dense(3))(x)-keras.la...
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
        x = keras.layers.TimeDistributed(keras.layers.Dense(3))(x)  # LL204
        return x

    def helper(self, x):
        return x * self.add_weight(shape=(3,))

    def branch(self, x):
        return keras.layers.Dense(3)(x)


# %% x = keras.layers.TimeDistributed(keras.layers.Dense(3))(x)-keras.Model
class Scale(keras.Model):
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
        x = keras.layers.TimeDistributed(keras.layers.Dense(3))(x)  # LL204
        return x

    def helper(self, x):
        return x * self.add_weight(shape=(3,))

    def branch(self, x):
        return keras.layers.Dense(3)(x)


# %% x = keras.layers.Bidirectional(self.dense)(x)-keras.layers.Layer
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
        x = keras.layers.Bidirectional(self.dense)(x)  # LL204
        return x

    def helper(self, x):
        return x * self.add_weight(shape=(3,))

    def branch(self, x):
        return keras.layers.Dense(3)(x)


# %% x = keras.layers.Bidirectional(self.dense)(x)-keras.Model
class Scale(keras.Model):
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
        x = keras.layers.Bidirectional(self.dense)(x)  # LL204
        return x

    def helper(self, x):
        return x * self.add_weight(shape=(3,))

    def branch(self, x):
        return keras.layers.Dense(3)(x)


# %% x = [keras.layers.Dense(3)(x) for _ in range(2)][0]-keras.layers.Layer
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
        x = [keras.layers.Dense(3)(x) for _ in range(2)][0]  # LL204
        return x

    def helper(self, x):
        return x * self.add_weight(shape=(3,))

    def branch(self, x):
        return keras.layers.Dense(3)(x)


# %% x = [keras.layers.Dense(3)(x) for _ in range(2)][0]-keras.Model
class Scale(keras.Model):
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
        x = [keras.layers.Dense(3)(x) for _ in range(2)][0]  # LL204
        return x

    def helper(self, x):
        return x * self.add_weight(shape=(3,))

    def branch(self, x):
        return keras.layers.Dense(3)(x)


# %% x = keras.layers.Concatenate()([keras.layers.Dense(3)(x), x])-keras...
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
        x = keras.layers.Concatenate()([keras.layers.Dense(3)(x), x])  # LL204
        return x

    def helper(self, x):
        return x * self.add_weight(shape=(3,))

    def branch(self, x):
        return keras.layers.Dense(3)(x)


# %% x = keras.layers.Concatenate()([keras.layers.Dense(3)(x), x])-keras...
class Scale(keras.Model):
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
        x = keras.layers.Concatenate()([keras.layers.Dense(3)(x), x])  # LL204
        return x

    def helper(self, x):
        return x * self.add_weight(shape=(3,))

    def branch(self, x):
        return keras.layers.Dense(3)(x)


# %% x = Scale()(x)-keras.layers.Layer
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
        x = Scale()(x)  # LL204
        return x

    def helper(self, x):
        return x * self.add_weight(shape=(3,))

    def branch(self, x):
        return keras.layers.Dense(3)(x)


# %% x = Scale()(x)-keras.Model
class Scale(keras.Model):
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
        x = Scale()(x)  # LL204
        return x

    def helper(self, x):
        return x * self.add_weight(shape=(3,))

    def branch(self, x):
        return keras.layers.Dense(3)(x)
