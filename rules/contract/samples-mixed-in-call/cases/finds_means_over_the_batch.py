# %% the head of a dueling network
import tensorflow as tf


class Dueling(tf.keras.Model):
    def __init__(self, actions, **kwargs):
        super().__init__(**kwargs)
        self.value = tf.keras.layers.Dense(1)
        self.advantage = tf.keras.layers.Dense(actions)

    def call(self, state):
        advantage = self.advantage(state)
        return self.value(state) + advantage - tf.reduce_mean(advantage)  # LL434

# %% in brackets
import keras
from keras import layers, ops


class Dueling(keras.Model):
    def __init__(self, actions, **kwargs):
        super().__init__(**kwargs)
        self.value = layers.Dense(1)
        self.advantage = layers.Dense(actions)

    def call(self, state):
        advantage = self.advantage(state)
        return self.value(state) + (advantage - ops.mean(advantage))  # LL434

# %% with the backend of Keras
from tensorflow import keras
from tensorflow.keras import backend as K


class Centre(keras.layers.Layer):
    def call(self, x):
        return K.square(x) - K.mean(x)  # LL434

# %% the other way round
import tensorflow as tf


class Gap(tf.keras.layers.Layer):
    def call(self, x):
        return tf.reduce_mean(tf.abs(x)) - x  # LL434
