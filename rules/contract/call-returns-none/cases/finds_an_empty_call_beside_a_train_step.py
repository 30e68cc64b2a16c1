import tensorflow as tf
from tensorflow import keras


# %% pass
class Tide(keras.Model):
    def __init__(self, net):
        super().__init__()
        self.net = net

    def call(self, levels, training=False):  # LL408
        # train_step does it all
        pass

    def train_step(self, data):
        levels, heights = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((self.net(levels, training=True) - heights) ** 2)
        gradients = tape.gradient(loss, self.net.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.net.trainable_variables))
        return {"gap": loss}


# %% a docstring, and a test_step alone
class Tide(keras.Model):
    def call(self, levels):  # LL408
        """Not used."""

    def train_step(self, data):
        return {"gap": tf.reduce_mean(data)}

    def test_step(self, data):
        return {"gap": tf.reduce_mean(data)}
