import keras
from keras import layers


class Residual(keras.Model):
    def __init__(self, units):
        super().__init__()
        self.dense = layers.Dense(units)
        self.norm = layers.BatchNormalization()

    def call(self, x):  # LL101
        return x + self.norm(self.dense(x))


def build():
    inputs = keras.Input((8,))
    return keras.Model(inputs, Residual(8)(inputs))


def train(x, y):
    model = Residual(8)
    model.compile("adam", "mse")
    model.fit(x, y)


# %% a block whose dropout does not always act
import keras


class Either(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = keras.layers.Dense(units)
        self.drop = keras.layers.Dropout(0.5)

    def call(self, x, training=None):
        x = self.drop(self.dense(x), training=True)
        return self.drop(x, training=training)

    def get_config(self):
        return {**super().get_config(), "units": self.units}


class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.block = Either(8)
        self.out = keras.layers.Dense(1)

    def call(self, inputs):  # LL101
        return self.out(self.block(inputs))


model = Net()
model.compile("adam", "mse")
model.fit([], [])
