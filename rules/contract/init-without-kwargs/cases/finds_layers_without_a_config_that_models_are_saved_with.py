# %% saved where it is made: loading raises that `trainable` is no argument
import tensorflow as tf


class Positions(tf.keras.layers.Layer):
    def __init__(self, length, width):  # LL404
        super(Positions, self).__init__()
        self.table = tf.random.normal((1, length, width))

    def call(self, inputs):
        return inputs + self.table


inputs = tf.keras.Input((20, 16))
tf.keras.Model(inputs, Positions(20, 16)(inputs)).save("positions.h5")


# %% named for what is loaded
import keras
from keras import layers


class Block(layers.Layer):
    def __init__(self, width, rate=0.1):  # LL404
        super().__init__()
        self.dense = layers.Dense(width, activation="relu")
        self.dropout = layers.Dropout(rate)

    def call(self, inputs):
        return self.dropout(self.dense(inputs))


def restore(path):
    return keras.models.load_model(path, custom_objects={"Block": Block})


# %% a function puts the model together
import keras
from keras import layers


class Scale(layers.Layer):
    def __init__(self, factor):  # LL404
        super().__init__()
        self.factor = factor

    def call(self, inputs):
        return inputs * self.factor


def network():
    model = keras.Sequential()
    model.add(keras.Input((8,)))
    model.add(Scale(0.5))
    model.add(layers.Dense(1))
    model.compile("adam", "mse")
    return model


def main(data):
    model = network()
    model.fit(data)
    model.save("scaled.keras")


# %% by the function that saves
import keras


class Shift(keras.layers.Layer):
    def __init__(self, by=1.0):  # LL404
        super().__init__()
        self.by = by

    def call(self, inputs):
        return inputs + self.by


x = keras.Input((4,))
model = keras.Model(x, Shift(2.0)(x))
keras.models.save_model(model, "shifted.keras")
