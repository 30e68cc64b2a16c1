import tensorflow as tf
from tensorflow import keras


# %% a tracker
class Towers(keras.Model):
    def __init__(self):
        super().__init__()
        self.tracker = keras.metrics.Mean(name="loss")

    def call(self, x):
        return x

    def test_step(self, batch):
        x, y = batch
        loss = tf.reduce_mean(y - self(x, training=False))
        self.tracker.update_state(loss)
        mean = self.tracker.result()
        return {"loss": mean, "last": loss}


# %% other names, which are the model's business
class Game(keras.Model):
    def call(self, x):
        return x

    def train_step(self, batch):
        a = tf.reduce_mean(batch)
        b = tf.reduce_max(batch)
        return {"d_loss": a, "g_loss": b}
