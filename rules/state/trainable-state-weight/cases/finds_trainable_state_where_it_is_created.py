import tensorflow as tf
from tensorflow import keras


# %% self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x, axis=0))
class Center(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.mean = self.add_weight(name='mean', shape=(3,), initializer='zeros')  # LL202
        self.kernel = self.add_weight(shape=(3,))

    def call(self, x, training=None):
        if training:
            self.mean.assign(0.9 * self.mean + 0.1 * tf.reduce_mean(x, axis=0))
        return (x - self.mean) * self.kernel


# %% self.mean.assign_add(tf.reduce_mean(x, axis=0))
class Center(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.mean = self.add_weight(name='mean', shape=(3,), initializer='zeros')  # LL202
        self.kernel = self.add_weight(shape=(3,))

    def call(self, x, training=None):
        if training:
            self.mean.assign_add(tf.reduce_mean(x, axis=0))
        return (x - self.mean) * self.kernel


# %% self.mean.assign_sub(0.1 * (self.mean - tf.reduce_mean(x, axis=0)))
class Center(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.mean = self.add_weight(name='mean', shape=(3,), initializer='zeros')  # LL202
        self.kernel = self.add_weight(shape=(3,))

    def call(self, x, training=None):
        if training:
            self.mean.assign_sub(0.1 * (self.mean - tf.reduce_mean(x, axis=0)))
        return (x - self.mean) * self.kernel


# %% keras.backend.moving_average_update(self.mean, tf.reduce_mean(x, ax...
class Center(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.mean = self.add_weight(name='mean', shape=(3,), initializer='zeros')  # LL202
        self.kernel = self.add_weight(shape=(3,))

    def call(self, x, training=None):
        if training:
            keras.backend.moving_average_update(self.mean, tf.reduce_mean(x, axis=0), 0.9)
        return (x - self.mean) * self.kernel


# %% mean = self.mean; mean.assign(tf.reduce_mean(x, axis=0))
class Center(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.mean = self.add_weight(name='mean', shape=(3,), initializer='zeros')  # LL202
        self.kernel = self.add_weight(shape=(3,))

    def call(self, x, training=None):
        if training:
            mean = self.mean; mean.assign(tf.reduce_mean(x, axis=0))
        return (x - self.mean) * self.kernel


# %% self.add_update(keras.backend.update(self.mean, tf.reduce_mean(x, a...
class Center(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.mean = self.add_weight(name='mean', shape=(3,), initializer='zeros')  # LL202
        self.kernel = self.add_weight(shape=(3,))

    def call(self, x, training=None):
        if training:
            self.add_update(keras.backend.update(self.mean, tf.reduce_mean(x, axis=0)))
        return (x - self.mean) * self.kernel


# %% self.mean.assign_add(1.0)
class Center(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.mean = self.add_weight(name='mean', shape=(3,), initializer='zeros')  # LL202
        self.kernel = self.add_weight(shape=(3,))

    def call(self, x, training=None):
        if training:
            self.mean.assign_add(1.0)
        return (x - self.mean) * self.kernel
