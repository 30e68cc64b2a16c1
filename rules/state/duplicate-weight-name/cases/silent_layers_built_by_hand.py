# %% in a scope
import tensorflow as tf
from tensorflow.keras import layers


class Branches(tf.keras.layers.Layer):
    def __init__(self, n=3, **kwargs):
        super(Branches, self).__init__(**kwargs)
        self.convs = [layers.Conv2D(16, 3, name="conv_%d" % i) for i in range(n)]

    def build(self, input_shape):
        for conv in self.convs:
            with tf.name_scope(conv.name):
                conv.build(input_shape)

    def call(self, inputs):
        return tf.concat([conv(inputs) for conv in self.convs], axis=-1)


def save(model):
    model.save_weights("out/branches.h5")


# %% Keras 3 knows weights by their paths
import keras
from keras import layers


class Gated(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.value = layers.Dense(units)
        self.gate = layers.Dense(units, activation="sigmoid")

    def build(self, input_shape):
        self.value.build(input_shape)
        self.gate.build(input_shape)

    def call(self, x):
        return keras.ops.multiply(self.value(x), self.gate(x))


def save(model):
    model.save_weights("gated.weights.h5")


# %% nobody writes HDF5
import tf_keras as keras
from tf_keras import layers


class Gated(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.value = layers.Dense(units)
        self.gate = layers.Dense(units, activation="sigmoid")

    def build(self, input_shape):
        self.value.build(input_shape)
        self.gate.build(input_shape)

    def call(self, x):
        return self.value(x) * self.gate(x)


def save(model):
    model.save("gated.keras")


# %% of other kinds, whose weights have other names
import tf_keras as keras
from tf_keras import layers


class Reader(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.dense = layers.Dense(units)
        self.norm = layers.LayerNormalization()
        self.table = layers.Embedding(9, units)

    def build(self, input_shape):
        self.dense.build(input_shape)
        self.norm.build(input_shape)
        self.table.build(input_shape)

    def call(self, x):
        return self.norm(self.dense(self.table(x)))


def save(model):
    model.save("reader.h5")


# %% a model holds each layer by itself
import tf_keras as keras
from tf_keras import layers


class Net(keras.Model):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.value = layers.Dense(units)
        self.gate = layers.Dense(units, activation="sigmoid")

    def build(self, input_shape):
        self.value.build(input_shape)
        self.gate.build(input_shape)
        self.built = True

    def call(self, x):
        return self.value(x) * self.gate(x)


def save(model):
    model.save_weights("net.h5")
