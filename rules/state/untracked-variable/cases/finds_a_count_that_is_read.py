"""What is counted decides something, or is saved by its name."""

import keras
import tensorflow as tf


class Every(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self._batches = tf.Variable(0, dtype=tf.int64, trainable=False)  # LL201
        self.out = keras.layers.Dense(1)

    def call(self, x):
        return self.out(x)

    def train_step(self, data):
        self._batches.assign_add(1)
        logs = super().train_step(data)
        return {**logs, "batches": self._batches}


class Named(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self._steps = tf.Variable(0, dtype=tf.int64, trainable=False)  # LL201
        self.out = keras.layers.Dense(1)

    def call(self, x):
        return self.out(x)

    def train_step(self, data):
        self._steps.assign_add(1)
        return super().train_step(data)

    def report(self, names=("_steps",)):
        return {name: getattr(self, name) for name in names}
