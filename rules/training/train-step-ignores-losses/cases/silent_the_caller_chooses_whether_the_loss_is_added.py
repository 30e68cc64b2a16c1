import tensorflow as tf
from tensorflow import keras


class Field(keras.layers.Layer):
    def call(self, x, return_loss=True):
        loss = tf.reduce_mean(tf.square(x))
        if return_loss:
            return x, loss
        else:
            self.add_loss(loss)
            return x


class Tagger(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.field = Field()

    def call(self, x, training=None):
        return self.field(x)

    def train_step(self, data):
        x, _ = data
        with tf.GradientTape() as tape:
            _, loss = self(x, training=True)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {"loss": loss}
