import tensorflow as tf
import keras


# %% a variable of the class body is reported unless it is replaced
class Shift(keras.layers.Layer):
    offset = tf.Variable(0.0)

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.offset = self.add_weight(name='offset', shape=())

    def call(self, x):
        return x + self.offset


# %% a variable of the class body is reported unless it is replaced
class Shift(keras.layers.Layer):
    offset = tf.constant(0.0)

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        pass

    def call(self, x):
        return x + self.offset
