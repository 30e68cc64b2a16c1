import tensorflow as tf
from tensorflow.keras import layers


# %% while it is called
class Learned(layers.Wrapper):
    def build(self, input_shape):
        self.layer.build(input_shape)
        self.logit = self.add_weight(name="logit", shape=(), initializer="zeros")

    def call(self, x):
        self.layer.add_loss(tf.sigmoid(self.logit))
        return self.layer(x)


# %% something that is called the same, of something else
class Logged(layers.Layer):
    def __init__(self, ledger, **kwargs):
        super().__init__(**kwargs)
        self.ledger = ledger

    def call(self, x):
        self.ledger.add_loss("call", 1)
        return x
