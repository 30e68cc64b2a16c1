"""A compressor and a judge that play against each other."""

import tensorflow as tf
from tensorflow import keras


class Duel(keras.Model):
    """The judge tells real rows from compressed ones, the compressor deceives it."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.compressor = keras.layers.Dense(3)
        self.judge = keras.layers.Dense(1)

    def call(self, rows):
        return self.judge(self.compressor(rows))

    def train_step(self, rows):
        with tf.GradientTape() as tape:
            gap = tf.reduce_mean(self.judge(self.compressor(rows)) - self.judge(rows))
        gradients = tape.gradient(gap, self.judge.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.judge.trainable_variables))
        with tf.GradientTape() as tape:
            deceived = -tf.reduce_mean(self.judge(self.compressor(rows)))
        gradients = tape.gradient(deceived, self.compressor.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.compressor.trainable_variables))
        return {"gap": gap, "deceived": deceived}
