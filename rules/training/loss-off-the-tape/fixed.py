import tensorflow as tf


class TideGame:
    def __init__(self, maker, judge, rule):
        self.maker = maker
        self.judge = judge
        self.rule = rule

    def step(self, noise):
        with tf.GradientTape() as tape:
            fake = self.maker(noise, training=True)
            loss = -tf.reduce_mean(self.judge(fake, training=True))
        gradients = tape.gradient(loss, self.maker.trainable_variables)
        self.rule.apply_gradients(zip(gradients, self.maker.trainable_variables))
        return loss
