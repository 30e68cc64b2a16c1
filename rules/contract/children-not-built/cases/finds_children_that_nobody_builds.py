import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% a model
class Net(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(1)

    def build(self, input_shape):  # here  # LL406
        self.scale = self.add_weight(name="scale", shape=(1,))

    def call(self, x):
        return self.dense(x) * self.scale


# %% a layer that knows its output
class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(4)

    def build(self, input_shape):  # here  # LL406
        self.built = True

    def call(self, x):
        return self.dense(x)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], 4)


# %% without a build
class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(4)

    def call(self, x):
        return self.dense(x)

    def compute_output_shape(self, input_shape):  # here  # LL406
        return (*input_shape[:-1], 4)


# %% made in build
class Block(layers.Layer):
    def build(self, input_shape):  # here  # LL406
        self.dense = layers.Dense(input_shape[-1])

    def call(self, x):
        return self.dense(x)

    def compute_output_shape(self, input_shape):
        return input_shape


# %% one of two
class Net(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.first = layers.Dense(4)
        self.second = layers.Dense(1)

    def build(self, input_shape):  # here  # LL406
        self.first.build(input_shape)

    def call(self, x):
        return self.second(self.first(x))


# %% by hand
class Inner(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(4)

    def build(self, input_shape):  # here  # LL406
        self.scale = self.add_weight(name="scale", shape=(1,))

    def call(self, x):
        return self.dense(x) * self.scale


class Net(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.inner = Inner()

    def build(self, input_shape):
        self.inner.build(input_shape)

    def call(self, x):
        return self.inner(x)
