import tensorflow as tf
from tensorflow import keras


class Net(keras.Model):
    def call(self, x):
        return 2.0 * x

    def train_step(self, data):
        x, y = data
        loss = tf.reduce_mean(tf.square(y - self(x, training=True)))
        return {"error": loss.numpy()}  # LL302


# %% the arrays of all weights
class Followed(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.fast = keras.Sequential([keras.layers.Dense(2)])
        self.slow = keras.Sequential([keras.layers.Dense(2)])

    def call(self, x):
        return self.fast(x)

    def train_step(self, data):
        logs = super().train_step(data)
        self.slow.set_weights(self.fast.get_weights())  # LL302
        return logs
