import functools
import keras
import tensorflow as tf


# %% given0
class Small(keras.layers.Layer):
    def __init__(self, units=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.regularizer = keras.regularizers.L2(0.1)
        pass

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(3, self.units))
        pass

    def penalty(self):
        return tf.reduce_sum(self.kernel**2)

    def call(self, x):
        self.add_loss(self.penalty())
        return tf.matmul(x, self.kernel)

    def _regularize(self):
        self.add_loss(self.penalty())


# %% given1
class Small(keras.layers.Layer):
    def __init__(self, units=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.regularizer = keras.regularizers.L2(0.1)
        pass

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(3, self.units))
        self._regularize()

    def penalty(self):
        return tf.reduce_sum(self.kernel**2)

    def call(self, x):
        self._regularize()
        return tf.matmul(x, self.kernel)

    def _regularize(self):
        self.add_loss(self.penalty())


# %% given2
class Small(keras.layers.Layer):
    def __init__(self, units=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.regularizer = keras.regularizers.L2(0.1)
        pass

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(3, self.units))
        self.hook = lambda: self.add_loss(self.penalty())

    def penalty(self):
        return tf.reduce_sum(self.kernel**2)

    def call(self, x):
        pass
        return tf.matmul(x, self.kernel)

    def _regularize(self):
        self.add_loss(self.penalty())


# %% given3
class Small(keras.layers.Layer):
    def __init__(self, units=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.regularizer = keras.regularizers.L2(0.1)
        pass

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(3, self.units))
        self.inner.add_loss(self.penalty())

    def penalty(self):
        return tf.reduce_sum(self.kernel**2)

    def call(self, x):
        pass
        return tf.matmul(x, self.kernel)

    def _regularize(self):
        self.add_loss(self.penalty())


# %% given4
class Small(keras.layers.Layer):
    def __init__(self, units=2, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.regularizer = keras.regularizers.L2(0.1)
        pass

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(3, self.units))
        self.add_loss(loss)

    def penalty(self):
        return tf.reduce_sum(self.kernel**2)

    def call(self, x):
        pass
        return tf.matmul(x, self.kernel)

    def _regularize(self):
        self.add_loss(self.penalty())
