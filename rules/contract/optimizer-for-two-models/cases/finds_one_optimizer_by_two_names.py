import tensorflow as tf
from tensorflow import keras


class Players(keras.Model):
    def __init__(self, first, second):
        super().__init__()
        self.first = first
        self.second = second

    def compile(self, optimizer, **kwargs):
        super().compile(**kwargs)
        self.first_optimizer = optimizer
        self.second_optimizer = optimizer

    def train_step(self, data):
        with tf.GradientTape(persistent=True) as tape:
            loss = tf.reduce_mean(self.second(self.first(data, training=True), training=True))
        weights = self.first.trainable_weights
        self.first_optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
        weights = self.second.trainable_weights
        self.second_optimizer.apply_gradients(  # LL427
            zip(tape.gradient(loss, weights), weights)
        )
        return {"gap": loss}
