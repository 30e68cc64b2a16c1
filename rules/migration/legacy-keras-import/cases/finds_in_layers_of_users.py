# %% the layers of the year 2017
from keras.engine.topology import Layer  # LL701
from keras.layers.convolutional import Conv1D  # LL701


class Residual(Layer):
    def __init__(self, filters, **kwargs):
        super().__init__(**kwargs)
        self.conv = Conv1D(filters, 3, padding="same")

    def call(self, wave):
        return wave + self.conv(wave)


# %% the private copy
import tensorflow as tf
from tensorflow import keras
from tensorflow.python.keras.layers import Dense  # LL701


class Gate(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.dense = Dense(units, activation="sigmoid")

    def call(self, x):
        return tf.multiply(x, self.dense(x))


# %% utilities, under the name that they had
import keras
from keras.utils.np_utils import to_categorical  # LL701


class Labelled(keras.layers.Layer):
    def __init__(self, classes, **kwargs):
        super().__init__(**kwargs)
        self.table = to_categorical(range(classes))

    def call(self, labels):
        return keras.ops.take(self.table, labels, axis=0)


# %% preprocessing before it left the laboratory
from tensorflow import keras
from tensorflow.keras.layers.experimental import preprocessing  # LL701


class Augment(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.flip = preprocessing.RandomFlip("horizontal")

    def call(self, images, training=None):
        return self.flip(images, training=training)


# %% recurrent layers for the graphics card
import keras
from keras.layers import CuDNNLSTM, Embedding  # LL701


class Reader(keras.Model):
    def __init__(self, words):
        super().__init__()
        self.embed = Embedding(words, 8)
        self.lstm = CuDNNLSTM(8)

    def call(self, tokens):
        return self.lstm(self.embed(tokens))
