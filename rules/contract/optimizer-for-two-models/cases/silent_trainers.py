import tensorflow as tf


# %% one for each
class Agent:
    def __init__(self, actor, critic):
        self.actor = actor
        self.critic = critic
        self.rule = tf.keras.optimizers.Adam()
        self.other = tf.keras.optimizers.Adam()

    def step(self, state):
        with tf.GradientTape() as first, tf.GradientTape() as second:
            a = tf.reduce_mean(self.actor(state, training=True))
            c = tf.reduce_mean(self.critic(state, training=True))
        grads = first.gradient(a, self.actor.trainable_variables)
        self.rule.apply_gradients(zip(grads, self.actor.trainable_variables))
        grads = second.gradient(c, self.critic.trainable_variables)
        self.other.apply_gradients(zip(grads, self.critic.trainable_variables))


# %% built for both
class Agent:
    def __init__(self, actor, critic):
        self.actor = actor
        self.critic = critic
        self.rule = tf.keras.optimizers.Adam()
        self.rule.build(actor.trainable_variables + critic.trainable_variables)

    def step(self, first, second):
        self.rule.apply_gradients(zip(first, self.actor.trainable_variables))
        self.rule.apply_gradients(zip(second, self.critic.trainable_variables))


# %% an optimizer that is handed in, and may be of TensorFlow's first ones
def step(rule, first, second, a, b):
    rule.apply_gradients(zip(first, a.trainable_variables))
    rule.apply_gradients(zip(second, b.trainable_variables))


# %% one model, twice
rule = tf.keras.optimizers.SGD(0.1)


def step(model, first, second):
    rule.apply_gradients(zip(first, model.trainable_variables))
    rule.apply_gradients(zip(second, model.trainable_variables))
