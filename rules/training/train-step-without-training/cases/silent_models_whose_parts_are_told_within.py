import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% dropout that stays on, as `call` says itself
class Sampler(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = layers.Dense(8)
        self.drop = layers.Dropout(0.5)

    def call(self, x):
        return self.drop(self.hidden(x), training=True)

    def learn(self, x, optimizer):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(self(x)))
        gradients = tape.gradient(loss, self.trainable_variables)
        optimizer.apply_gradients(zip(gradients, self.trainable_variables))


sampler = Sampler()
optimizer = keras.optimizers.Adam()


def step(x):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(sampler(x)))
    gradients = tape.gradient(loss, sampler.trainable_variables)
    optimizer.apply_gradients(zip(gradients, sampler.trainable_variables))
