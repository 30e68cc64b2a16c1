import tensorflow as tf
from keras import Layer, Model


class Bias(Layer):
    def forward(self, inputs):
        return inputs + 1.0


class Unfinished(Layer):
    def __init__(self, units):
        self.units = units

    def call(self, inputs):
        return inputs * self.units


# %% Keras 3 raises `NotImplementedError` before anything is trained
class Shifted(Model):
    def __init__(self):
        super().__init__()
        self.levels = tf.Variable(tf.random.normal([3]))
        self.bias = Bias()

    def call(self, inputs):
        return self.bias(inputs) * self.levels


# %% a part does not run the constructor of its base
class Scaled(Model):
    def __init__(self):
        super().__init__()
        self.levels = tf.Variable(tf.random.normal([3]))
        self.part = Unfinished(2)

    def call(self, inputs):
        return self.part(inputs) * self.levels
