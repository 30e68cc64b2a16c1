import random

import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% an input that only Keras 2 can make
inputs = keras.Input(type_spec=tf.RaggedTensorSpec([None, None], tf.int64))
x = tf.concat([inputs, inputs], axis=-1)


# %% in a layer
class Mish(layers.Layer):
    def call(self, x):
        return x * tf.math.tanh(tf.math.softplus(x))


inputs = keras.Input((4,))
outputs = Mish()(inputs)


# %% in a Lambda
inputs = keras.Input((4,))
outputs = layers.Lambda(lambda x: tf.nn.relu(x))(inputs)


# %% keras.ops and operators
inputs = keras.Input((4,))
outputs = keras.ops.exp(inputs) * 2.0 + inputs[:, :1]


# %% data
def preprocess(path):
    image = tf.io.decode_png(tf.io.read_file(path))
    image = layers.Resizing(8, 8)(tf.cast(image, tf.float32))
    return tf.cast(image, tf.uint8)


# %% shared with data
def scale(x):
    return tf.cast(x, tf.float32) / 255.0


def make():
    inputs = keras.Input((4,))
    return keras.Model(inputs, scale(inputs))


def load(path):
    return scale(tf.io.decode_png(tf.io.read_file(path)))


# %% a layer called on data
def probe(model):
    data = tf.random.normal((2, 4))
    dense = layers.Dense(3)
    return tf.reduce_sum(dense(data))


# %% static questions
inputs = keras.Input((4,))
print(tf.is_tensor(inputs))
