import tensorflow as tf


class Baseline(tf.keras.Model):
    def __init__(self, size):
        super().__init__()
        self.weight = tf.Variable(tf.zeros((size, 1)))
        self.linear = tf.keras.layers.Dense(1)

    def fit(self, episodes):
        self.weight.assign(tf.linalg.lstsq(episodes.x, episodes.y))

    def __call__(self, episodes):
        return self.linear(episodes.x)
