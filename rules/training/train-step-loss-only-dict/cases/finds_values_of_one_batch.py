import tensorflow as tf
from tensorflow import keras


class Towers(keras.Model):
    def call(self, x):
        return x

    def test_step(self, batch):
        x, y = batch
        loss = tf.reduce_mean(y - self(x, training=False))
        extra = tf.add_n(self.losses)
        return {"loss": loss, "extra": extra}  # LL121


class Halls(keras.Model):
    def call(self, x):
        return x

    def test_step(self, batch):
        x, y = batch
        error = y - self(x, training=False)
        logs = dict(loss=tf.reduce_mean(error))
        logs["worst"] = tf.reduce_max(error)
        return logs  # LL121
