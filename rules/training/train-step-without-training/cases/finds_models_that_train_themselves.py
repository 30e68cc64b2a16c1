# Run on both generations: dropout drops nothing, the moving statistics stay at 0 and 1.
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% a method of its own, which `fit` does not run
class Coder(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = layers.Dense(8)
        self.drop = layers.Dropout(0.5)
        self.last = layers.Dense(3)

    def call(self, x, training=None):
        return self.last(self.drop(self.hidden(x), training=training))

    def learn(self, x, optimizer):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(x - self(x)))  # LL112
        gradients = tape.gradient(loss, self.trainable_variables)
        optimizer.apply_gradients(zip(gradients, self.trainable_variables))


# %% two networks in a model that is no more than their home
class Pair(keras.Model):
    def __init__(self):
        super().__init__()
        self.generator = keras.Sequential([layers.Dense(4), layers.BatchNormalization()])
        self.critic = keras.Sequential([layers.Dense(1)])
        self.adam = keras.optimizers.Adam()

    def learn_to_generate(self, noise):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(self.critic(self.generator(noise)))  # LL112
        gradients = tape.gradient(loss, self.generator.trainable_variables)
        self.adam.apply_gradients(zip(gradients, self.generator.trainable_variables))
