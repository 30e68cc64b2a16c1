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
