import numpy as np
import tensorflow.compat.v1 as tf
import tensorflow_probability as tfp
from tensorflow import keras
from keras import ops


class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.mix = tf.nn.softmax(self.w)

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ self.mix
