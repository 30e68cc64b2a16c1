# %% a penalty on all weights of a model
import tensorflow as tf
from tensorflow import keras


class Scaled(keras.layers.Layer):
    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(input_shape[-1],))
        self.shift = self.add_weight(name="shift", shape=(input_shape[-1],))

    def call(self, x):
        return x * self.scale


def penalty(model):
    return tf.add_n([tf.nn.l2_loss(v) for v in model.trainable_variables])


# %% by place
import keras


class Placed(keras.layers.Layer):
    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(input_shape[-1],))
        self.shift = self.add_weight(name="shift", shape=(input_shape[-1],))

    def call(self, x):
        return x * self.scale


def shifted(layer, x):
    scale, shift = layer.trainable_weights
    return layer(x) + shift


# %% by place, of the list that is trained
import tensorflow as tf
from tensorflow import keras


class Trained(keras.layers.Layer):
    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(input_shape[-1],))
        self.shift = self.add_weight(name="shift", shape=(input_shape[-1],))

    def call(self, x):
        return x * self.scale


def step(layer, x):
    with tf.GradientTape() as tape:
        variables = layer.trainable_variables
        loss = tf.reduce_mean(layer(x) + variables[1])
    return tape.gradient(loss, variables)


# %% in a property that hands them on
import keras


class Handed(keras.layers.Layer):
    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(input_shape[-1],))
        self.shift = self.add_weight(name="shift", shape=(input_shape[-1],))

    def call(self, x):
        return x * self.scale


class Owner:
    def __init__(self, layer):
        self.layer = layer

    @property
    def trainable_weights(self):
        return self.layer.trainable_weights


# %% by a name that is a string
import operator

import keras


class Told(keras.layers.Layer):
    def build(self, input_shape):
        self.scale = self.add_weight(name="scale", shape=(input_shape[-1],))
        self.shift = self.add_weight(name="shift", shape=(input_shape[-1],))

    def call(self, x):
        return x * self.scale


listed = operator.attrgetter("trainable_weights")
