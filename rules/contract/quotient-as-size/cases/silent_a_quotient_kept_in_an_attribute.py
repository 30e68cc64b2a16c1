import tensorflow as tf
from tensorflow.keras import layers


class Config:
    hidden = 16
    dropout = 0.1


class Encoder(layers.Layer):
    def __init__(self, config, **kwargs):
        super().__init__(**kwargs)
        self.half = config.hidden // 2
        self.drop = layers.Dropout(config.dropout)

    def build(self, shape):
        self.rnn = layers.Bidirectional(layers.LSTM(self.half))
        super().build(shape)

    def call(self, x):
        return self.drop(self.rnn(x))


def net():
    i = tf.keras.Input((5, 3))
    return tf.keras.Model(i, Encoder(Config())(i))
