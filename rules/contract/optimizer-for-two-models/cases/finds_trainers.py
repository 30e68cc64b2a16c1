import tensorflow as tf


# %% of a class that is no model
class Agent:
    def __init__(self, actor, critic):
        self.actor = actor
        self.critic = critic
        self.rule = tf.keras.optimizers.Adam()

    def step(self, state):
        with tf.GradientTape() as first, tf.GradientTape() as second:
            a = tf.reduce_mean(self.actor(state, training=True))
            c = tf.reduce_mean(self.critic(state, training=True))
        grads = first.gradient(a, self.actor.trainable_variables)
        self.rule.apply_gradients(zip(grads, self.actor.trainable_variables))
        grads = second.gradient(c, self.critic.trainable_variables)
        self.rule.apply_gradients(zip(grads, self.critic.trainable_variables))  # LL427


# %% of a module
rule = tf.keras.optimizers.SGD(0.1)


def step(maker, judge, noise):
    with tf.GradientTape(persistent=True) as tape:
        fake = maker(noise, training=True)
        g = tf.reduce_mean(judge(fake, training=True))
        d = -g
    grads = tape.gradient(g, maker.trainable_variables)
    rule.apply_gradients(zip(grads, maker.trainable_variables))
    grads = tape.gradient(d, judge.trainable_variables)
    rule.apply_gradients(zip(grads, judge.trainable_variables))  # LL427
