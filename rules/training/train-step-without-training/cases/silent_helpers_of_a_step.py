import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% handed on
class Learner:
    def __init__(self):
        self.net = keras.Sequential([keras.Input((4,)), layers.Dense(4), layers.Dropout(0.5)])
        self.rule = keras.optimizers.Adam()

    def loss(self, x, y, training):
        return tf.reduce_mean(tf.square(self.net(x, training=training) - y))

    def step(self, x, y):
        with tf.GradientTape() as tape:
            loss = self.loss(x, y, training=True)
        grads = tape.gradient(loss, self.net.trainable_variables)
        self.rule.apply_gradients(zip(grads, self.net.trainable_variables))


# %% not under the tape
class Learner:
    def __init__(self):
        self.net = keras.Sequential([keras.Input((4,)), layers.Dense(4), layers.Dropout(0.5)])
        self.rule = keras.optimizers.Adam()

    def guess(self, x):
        return self.net(x)

    def step(self, x, y):
        old = self.guess(x)
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(self.net(x, training=True) - y) * old)
        grads = tape.gradient(loss, self.net.trainable_variables)
        self.rule.apply_gradients(zip(grads, self.net.trainable_variables))
