import tensorflow as tf


class Sailor:
    """Steers by a model of two outputs: how likely each course is, and what the place is worth."""

    def __init__(self, model, optimizer):
        self.model = model
        self.optimizer = optimizer

    def losses(self, places, courses, returns):
        chances, worth = self.model(places, training=True)
        worth = tf.squeeze(worth, axis=1)
        picked = tf.reduce_sum(chances * tf.one_hot(courses, chances.shape[-1]), axis=1)
        advantage = tf.stop_gradient(returns - worth)
        policy = -tf.reduce_mean(tf.math.log(picked) * advantage)
        return policy, tf.reduce_mean(tf.square(returns - worth))

    def step(self, places, courses, returns):
        with tf.GradientTape() as tape:
            policy, critic = self.losses(places, courses, returns)
            loss = policy + 0.5 * critic
        variables = self.model.trainable_variables
        self.optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
        return loss
