# %% one name for each
import tensorflow as tf
from tensorflow import keras


class Players(keras.Model):
    def __init__(self, first, **kwargs):
        super().__init__(**kwargs)
        self.first = first
        self.second = keras.layers.Dense(1)

    def train_step(self, data):
        with tf.GradientTape(persistent=True) as tape:
            loss = tf.reduce_mean(self.second(self.first(data)))
        mine = self.first.trainable_variables
        self.optimizer.apply_gradients(zip(tape.gradient(loss, mine), mine))
        yours = self.second.trainable_variables
        self.optimizer.apply_gradients(zip(tape.gradient(loss, yours), yours))  # LL427
        return {"gap": loss}


# %% one name for both, one after the other
import tensorflow as tf


class Pair(tf.keras.Model):
    def __init__(self, generator, critic, **kwargs):
        super().__init__(**kwargs)
        self.generator = generator
        self.critic = critic

    def train_step(self, data):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(self.critic(data, training=True))
        weights = self.critic.trainable_variables
        self.critic_optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
        with tf.GradientTape() as tape:
            cost = tf.reduce_mean(self.critic(self.generator(data, training=True)))
        weights = self.generator.trainable_variables
        self.critic_optimizer.apply_gradients(zip(tape.gradient(cost, weights), weights))  # LL427
        return {"loss": loss, "cost": cost}
