# %% minimize, in a contrastive step
import keras
import tensorflow as tf


class Contrast(keras.Model):
    def __init__(self, dim=8):
        super().__init__()
        self.project = keras.layers.Dense(dim)

    def call(self, x):
        return self.project(x)

    def train_step(self, data):
        first, second = data
        with tf.GradientTape() as tape:
            loss = -tf.reduce_mean(tf.reduce_sum(self(first) * self(second), axis=-1))
        self.optimizer.minimize(loss, self.trainable_variables, tape=tape)  # LL706
        return {"similarity": loss}


# %% the rate, in a helper
import keras


class Warm(keras.Model):
    def __init__(self):
        super().__init__()
        self.out = keras.layers.Dense(1)
        self.epoch = 0

    def call(self, x):
        return self.out(x)

    def slower(self):
        self.optimizer.lr = 0.5 * self.optimizer.lr  # LL706, LL706
