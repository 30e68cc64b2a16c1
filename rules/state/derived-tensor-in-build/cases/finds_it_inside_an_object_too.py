import numpy as np
import tensorflow as tf
import tensorflow_probability as tfp
from tensorflow import keras
from keras import ops


# %% self.dist = tfp.distributions.Normal(0.0, tf.nn.softplus(self.w))-s...
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.dist = tfp.distributions.Normal(0.0, tf.nn.softplus(self.w))  # LL208

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return self.dist.sample()


# %% self.dist = tfp.distributions.Normal(self.w[0], 1.0)-self.dist.log_...
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.dist = tfp.distributions.Normal(self.w[0], 1.0)  # LL208

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return self.dist.log_prob(x)


# %% self.mixes = [tf.nn.softmax(self.w), tf.exp(self.w)]-x @ self.mixes[0]
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.mixes = [tf.nn.softmax(self.w), tf.exp(self.w)]  # LL208

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ self.mixes[0]


# %% self.mixes = {'a': tf.nn.softmax(self.w)}-x @ self.mixes['a']
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.mixes = {'a': tf.nn.softmax(self.w)}  # LL208

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ self.mixes['a']


# %% self.w = tf.nn.softmax(self.w)-x @ self.w
class Mix(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.embedding = keras.layers.Embedding(10, 3)

    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(3, 3))
        self.state = self.add_weight(name="state", shape=(3, 3), trainable=False)
        self.all = [self.add_weight(name=str(i), shape=(3, 3)) for i in range(2)]
        local = self.add_weight(name="local", shape=(3, 3))
        self.w = tf.nn.softmax(self.w)  # LL208

    def softened(self):
        return tf.nn.softmax(self.w)

    def call(self, x):
        return x @ self.w
