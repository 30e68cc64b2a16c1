# %% one application for both
import keras
import tensorflow as tf


class Joint(keras.Model):
    def __init__(self):
        super().__init__()
        self.user = keras.layers.Dense(8)
        self.item = keras.layers.Dense(8)

    def call(self, pair):
        return tf.reduce_sum(self.user(pair[0]) * self.item(pair[1]), axis=-1)

    def train_step(self, data):
        pair, rating = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((self(pair) - rating) ** 2)
        weights = self.user.trainable_weights + self.item.trainable_weights
        self.optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
        return {"squared": loss}


# %% the same part twice
import keras
import tensorflow as tf


class Critic(keras.Model):
    def __init__(self):
        super().__init__()
        self.critic = keras.layers.Dense(1)

    def call(self, x):
        return self.critic(x)

    def train_step(self, x):
        for _ in range(2):
            with tf.GradientTape() as tape:
                loss = tf.reduce_mean(self.critic(x))
            weights = self.critic.trainable_weights
            self.optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(self.critic(x) ** 2)
        grads = tape.gradient(loss, self.critic.trainable_weights)
        self.optimizer.apply_gradients(zip(grads, self.critic.trainable_weights))
        return {"mean": loss}
