# Run on both generations: after fit `model.losses` is empty.
import tensorflow as tf
from tensorflow.keras import layers


# %% a wrapper
class Learned(layers.Wrapper):
    def build(self, input_shape):
        self.layer.build(input_shape)
        self.logit = self.add_weight(name="logit", shape=(), initializer="zeros")
        rate = tf.sigmoid(self.logit)
        self.layer.add_loss(rate * tf.math.log(rate))  # LL221

    def call(self, x):
        return self.layer(x) * tf.sigmoid(self.logit)


# %% a layer that it makes
class Block(layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.hidden = layers.Dense(4)

    def build(self, input_shape):
        self.hidden.build(input_shape)
        self.hidden.add_loss(tf.reduce_sum(tf.square(self.hidden.kernel)))  # LL221

    def call(self, x):
        return self.hidden(x)
