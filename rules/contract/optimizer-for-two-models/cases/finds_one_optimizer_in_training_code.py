# Run on both generations: KeyError on Keras 2.11 and newer, ValueError on Keras 3.
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers


# %% a loop that trains two networks
def train(data):
    generator, critic = keras.Sequential([layers.Dense(3)]), keras.Sequential([layers.Dense(1)])
    optimizer = keras.optimizers.Adam()
    for x in data:
        with tf.GradientTape(persistent=True) as tape:
            loss = tf.reduce_mean(critic(generator(x, training=True), training=True))
        optimizer.apply_gradients(
            zip(tape.gradient(loss, generator.trainable_variables), generator.trainable_variables)
        )
        optimizer.apply_gradients(  # LL427
            zip(tape.gradient(loss, critic.trainable_variables), critic.trainable_variables)
        )


# %% a trainer
class Trainer:
    def __init__(self):
        self.coder = keras.Sequential([layers.Dense(3)])
        self.decoder = keras.Sequential([layers.Dense(3)])
        self.optimizer = keras.optimizers.Adam()

    def step(self, x):
        with tf.GradientTape(persistent=True) as tape:
            loss = tf.reduce_mean(tf.square(x - self.decoder(self.coder(x))))
        grads = tape.gradient(loss, self.coder.trainable_variables)
        self.optimizer.apply_gradients(zip(grads, self.coder.trainable_variables))
        grads = tape.gradient(loss, self.decoder.trainable_variables)
        self.optimizer.apply_gradients(zip(grads, self.decoder.trainable_variables))  # LL427
