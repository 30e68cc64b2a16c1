"""Nobody asks for the number: that it is not saved is nobody's loss."""

import keras
import tensorflow as tf


class Trainer(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self._seen_batches = tf.Variable(0, dtype=tf.int64, trainable=False)
        self.out = keras.layers.Dense(1)

    def call(self, x):
        return self.out(x)

    def train_step(self, data):
        self._seen_batches.assign_add(1)
        return super().train_step(data)
