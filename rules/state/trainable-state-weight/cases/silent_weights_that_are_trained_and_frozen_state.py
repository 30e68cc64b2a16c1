import tensorflow as tf
from tensorflow import keras


# %% self.mean.assign(tf.reduce_mean(x, axis=0))-self.add_weight(name='m...
class Center(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.mean = self.add_weight(name='mean', shape=(3,), initializer='zeros', trainable=False)
        self.kernel = self.add_weight(shape=(3,))

    def call(self, x, training=None):
        if training:
            self.mean.assign(tf.reduce_mean(x, axis=0))
        return (x - self.mean) * self.kernel


# %% self.mean.assign(tf.reduce_mean(x, axis=0))-self.add_weight(name='m...
class Center(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.mean = self.add_weight(name='mean', shape=(3,), initializer='zeros', trainable=self.learn)
        self.kernel = self.add_weight(shape=(3,))

    def call(self, x, training=None):
        if training:
            self.mean.assign(tf.reduce_mean(x, axis=0))
        return (x - self.mean) * self.kernel


# %% self.mean.assign(tf.clip_by_value(self.mean, 0.0, 1.0))-self.add_we...
class Center(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.mean = self.add_weight(name='mean', shape=(3,), initializer='zeros')
        self.kernel = self.add_weight(shape=(3,))

    def call(self, x, training=None):
        if training:
            self.mean.assign(tf.clip_by_value(self.mean, 0.0, 1.0))
        return (x - self.mean) * self.kernel


# %% self.mean.assign(tf.math.l2_normalize(self.mean))-self.add_weight(n...
class Center(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.mean = self.add_weight(name='mean', shape=(3,), initializer='zeros')
        self.kernel = self.add_weight(shape=(3,))

    def call(self, x, training=None):
        if training:
            self.mean.assign(tf.math.l2_normalize(self.mean))
        return (x - self.mean) * self.kernel


# %% pass-self.add_weight(name='mean', shape=(3,), initializer='zeros')
class Center(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.mean = self.add_weight(name='mean', shape=(3,), initializer='zeros')
        self.kernel = self.add_weight(shape=(3,))

    def call(self, x, training=None):
        if training:
            pass
        return (x - self.mean) * self.kernel


# %% if not self.ready: self.mean.assign(tf.reduce_mean(x, axis=0)) self...
class Center(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.mean = self.add_weight(name='mean', shape=(3,), initializer='zeros')
        self.kernel = self.add_weight(shape=(3,))

    def call(self, x, training=None):
        if training:
            if not self.ready:
                self.mean.assign(tf.reduce_mean(x, axis=0))
                self.ready.assign(True)
        return (x - self.mean) * self.kernel
