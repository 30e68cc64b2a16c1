# Run on both generations: the second application raises.
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import Sequential, layers


# %% a method that is called for each
def network(outputs):
    return Sequential([layers.Dense(16, activation="tanh"), layers.Dense(outputs)])


class Agent:
    def __init__(self, actions=2):
        self.actor, self.critic = network(actions), network(1)
        self.optimizer = keras.optimizers.Adam(3e-4)

    def _apply(self, net, loss, tape):
        grads = tape.gradient(loss, net.trainable_variables)
        self.optimizer.apply_gradients(zip(grads, net.trainable_variables))  # LL427

    def update(self, states, returns):
        with tf.GradientTape() as tape:
            value = tf.reduce_mean((returns - self.critic(states)) ** 2)
        self._apply(self.critic, value, tape)
        with tf.GradientTape() as tape:
            policy = -tf.reduce_mean(tf.nn.log_softmax(self.actor(states)))
        self._apply(self.actor, policy, tape)


# %% a loop over both
maker = Sequential([layers.Dense(4)])
judge = Sequential([layers.Dense(1)])
optimizer = keras.optimizers.Adam()


def step(noise, real):
    with tf.GradientTape(persistent=True) as tape:
        fake = maker(noise)
        judged = tf.reduce_mean(judge(fake) - judge(real))
        fooled = -tf.reduce_mean(judge(fake))
    for net, loss in ((judge, judged), (maker, fooled)):
        grads = tape.gradient(loss, net.trainable_variables)
        optimizer.apply_gradients(zip(grads, net.trainable_variables))  # LL427
