# %% what a subclass takes from a method that it has to have
from abc import abstractmethod

import tensorflow as tf
from tensorflow import keras


class Flow(keras.layers.Layer):
    def call(self, x):
        z, log_det = self.forward(x)
        return z + log_det[:, None]

    @abstractmethod
    def forward(self, x):
        return x, tf.zeros((x.shape[0],))  # LL304


class Scaled(Flow):
    def forward(self, x):
        x, log_det = super().forward(x)
        return 2.0 * x, log_det
