import keras
import tensorflow as tf
from keras import layers


class Disturb(layers.Layer):
    def __init__(self, rate, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, inputs, Training=True):
        if Training:
            inputs = tf.nn.dropout(inputs, rate=self.rate)
        return inputs


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.disturb = Disturb(0.5)

    def call(self, inputs, training=None):
        return self.disturb(inputs, Training=training)
