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


# %% lists that have one model in common
def two_phases(x, y):
    coder = keras.Sequential([layers.Dense(3)])
    decoder = keras.Sequential([layers.Dense(4)])
    head = keras.Sequential([layers.Dense(1)])
    optimizer = keras.optimizers.Adam()
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((decoder(coder(x, training=True), training=True) - x) ** 2)
    variables = coder.trainable_variables + decoder.trainable_variables
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((head(coder(x, training=True), training=True) - y) ** 2)
    variables = coder.trainable_variables + head.trainable_variables
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))  # LL427


# %% one optimizer by two names, and models that are given
class Settings:
    def __init__(self):
        self.optimizer = keras.optimizers.Adam()


class Duel:
    def __init__(self, painter, judge, settings: Settings):
        self.painter, self.judge = painter, judge
        self.painter_optimizer = settings.optimizer
        self.judge_optimizer = settings.optimizer

    def step(self, z):
        with tf.GradientTape(persistent=True) as tape:
            loss = tf.reduce_mean(self.judge(self.painter(z, training=True), training=True))
        weights = self.painter.trainable_variables
        self.painter_optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
        weights = self.judge.trainable_variables
        self.judge_optimizer.apply_gradients(  # LL427
            zip(tape.gradient(loss, weights), weights)
        )
