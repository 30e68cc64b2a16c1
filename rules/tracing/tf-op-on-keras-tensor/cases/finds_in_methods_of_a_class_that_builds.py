import keras
import tensorflow as tf
from keras import layers


class Encoder:
    def __init__(self, width=8):
        self.width = width

    def attend(self, query, value):
        weights = tf.nn.softmax(query)  # LL309
        return weights * value

    def build(self, length=6):
        tokens = keras.Input((length, self.width))
        query = layers.Dense(self.width)(tokens)
        value = layers.Dense(self.width)(tokens)
        return keras.Model(tokens, layers.Dense(1)(self.attend(query, value)))
