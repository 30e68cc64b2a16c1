import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import Sequential, layers


# %% an optimizer comes with each
class Agent:
    def __init__(self):
        self.actor, self.critic = Sequential([layers.Dense(2)]), Sequential([layers.Dense(1)])
        self.slow, self.fast = keras.optimizers.SGD(1e-4), keras.optimizers.SGD(1e-3)

    def _apply(self, optimizer, net, loss, tape):
        grads = tape.gradient(loss, net.trainable_variables)
        optimizer.apply_gradients(zip(grads, net.trainable_variables))

    def update(self, states, returns):
        with tf.GradientTape(persistent=True) as tape:
            value = tf.reduce_mean((returns - self.critic(states)) ** 2)
            policy = -tf.reduce_mean(tf.nn.log_softmax(self.actor(states)))
        self._apply(self.fast, self.critic, value, tape)
        self._apply(self.slow, self.actor, policy, tape)


# %% one of them, as the user likes
class Either:
    def __init__(self):
        self.wide, self.deep = Sequential([layers.Dense(2)]), Sequential([layers.Dense(1)])
        self.optimizer = keras.optimizers.SGD(1e-3)

    def _apply(self, net, x, y):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((net(x) - y) ** 2)
        grads = tape.gradient(loss, net.trainable_variables)
        self.optimizer.apply_gradients(zip(grads, net.trainable_variables))

    def train(self, x, y, deep):
        if deep:
            self._apply(self.deep, x, y)
        else:
            self._apply(self.wide, x, y)
