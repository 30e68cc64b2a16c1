# %% keywords
import keras


class Affine(keras.layers.Layer):
    def build(self, input_shape):
        options = {"initializer": "ones", "name": "gain"}
        self.gain = self.add_weight(shape=(input_shape[-1],), **options)
        self.bias = self.add_weight(name="bias", shape=(input_shape[-1],), initializer="zeros")

    def call(self, x):
        return x * self.gain + self.bias


# %% a method of the class's own
import tensorflow as tf


class Weights(tf.keras.layers.Layer):
    def add_weight(self, name, *shape, **kwargs):
        return super().add_weight(name=name, shape=shape, **kwargs)

    def build(self, input_shape):
        self.kernel = self.add_weight("kernel", input_shape[-1], 4)

    def call(self, x):
        return x @ self.kernel


# %% an object that is no layer
import keras


class Ledger:
    def __init__(self):
        self.weights = []

    def add_weight(self, name, grams):
        self.weights.append((name, grams))


class Scale(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.ledger = Ledger()
        self.ledger.add_weight("apple", 150)

    def call(self, x):
        return x


# %% the shape first, where only Keras 3 can run
import keras
from keras import ops


class Prototype(keras.layers.Layer):
    def build(self, input_shape):
        self.center = self.add_weight((input_shape[-1],), "zeros", name="center")

    def call(self, x):
        return ops.norm(x - self.center, axis=-1)


# %% neither a name nor a shape for sure
from keras import layers


class Flexible(layers.Layer):
    def __init__(self, specification, **kwargs):
        super().__init__(**kwargs)
        self.specification = specification

    def build(self, input_shape):
        self.made = [self.add_weight(*each) for each in self.specification]

    def call(self, x):
        return x
