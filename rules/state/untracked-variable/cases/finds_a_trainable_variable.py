import keras
import tensorflow as tf


# %% self.gain = tf.Variable(1.0)
class Scale(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.gain = tf.Variable(1.0)  # LL201

    def call(self, x):
        return x * self.gain

    def set_gain(self, value):
        pass


# %% self.gain = tf.Variable([1.0, 2.0], name='gain')
class Scale(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.gain = tf.Variable([1.0, 2.0], name='gain')  # LL201

    def call(self, x):
        return x * self.gain

    def set_gain(self, value):
        pass


# %% self.gain = [tf.Variable(1.0), 2.0]
class Scale(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.gain = [tf.Variable(1.0), 2.0]  # LL201

    def call(self, x):
        return x * self.gain

    def set_gain(self, value):
        pass


# %% self.gain = {'a': tf.Variable(tf.ones((2,)))}
class Scale(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.gain = {'a': tf.Variable(tf.ones((2,)))}  # LL201

    def call(self, x):
        return x * self.gain

    def set_gain(self, value):
        pass


# %% gain = tf.Variable(tf.ones((2,))); self.gain = gain
class Scale(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        gain = tf.Variable(tf.ones((2,))); self.gain = gain  # LL201

    def call(self, x):
        return x * self.gain

    def set_gain(self, value):
        pass
