import tensorflow as tf
from tensorflow import keras


class Information(keras.Model):
    def __init__(self):
        super().__init__()
        self.joint = keras.layers.Dense(8)
        self.score = keras.layers.Dense(1)

    def call(self, inputs):
        x, y = inputs
        together = self.score(self.joint(x) + y)
        apart = self.score(self.joint(x) + tf.random.shuffle(y))
        estimate = tf.reduce_mean(together) - tf.math.log(tf.reduce_mean(tf.exp(apart)))
        return estimate
