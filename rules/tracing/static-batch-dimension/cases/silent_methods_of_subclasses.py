# %% a method that subclasses have to have
from abc import abstractmethod

import tensorflow as tf
from tensorflow import keras


class Flow(keras.layers.Layer):
    def call(self, x):
        z, log_det = self.forward(x)
        return z + log_det[:, None]

    @abstractmethod
    def forward(self, x):
        return x, tf.zeros((x.shape[0],))


class Scaled(Flow):
    def forward(self, x):
        return 2.0 * x, tf.zeros((tf.shape(x)[0],))


# %% `call` itself
import abc

import tensorflow as tf
from tensorflow import keras


class Flow(keras.layers.Layer):
    @abc.abstractmethod
    def call(self, x):
        return tf.zeros((x.shape[0], 3)) + x
