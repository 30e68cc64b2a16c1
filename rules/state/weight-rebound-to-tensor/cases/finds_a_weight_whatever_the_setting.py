"""The settings that are asked here and there leave a layer that does both."""

import tensorflow as tf
from tensorflow import keras


class Parts(keras.layers.Layer):
    def __init__(self, parts=0, scaled=False, **kwargs):
        super().__init__(**kwargs)
        self.parts = parts
        self.scaled = scaled

    def build(self, shape):
        if self.parts > 1:
            self.kernel = self.add_weight(name="kernel", shape=(shape[-1], 4))

    def call(self, x):
        if self.scaled:
            self.kernel = tf.nn.softmax(self.kernel)  # LL205
        return x @ self.kernel


class Changed(keras.layers.Layer):
    def __init__(self, tied=False, **kwargs):
        super().__init__(**kwargs)
        self.tied = tied

    def build(self, shape):
        if not self.tied:
            self.kernel = self.add_weight(name="kernel", shape=(shape[-1], 4))

    def tie(self):
        self.tied = True

    def call(self, x):
        if self.tied:
            self.kernel = tf.nn.softmax(self.kernel)  # LL205
        return x @ self.kernel
