from tensorflow import keras

# %% the whole shape


class Selector(keras.layers.Layer):
    def build(self, input_shape):
        self.share = self.add_weight(name="share", shape=input_shape, initializer="ones")  # LL304

    def call(self, x):
        return x * self.share


def select():
    inputs = keras.Input((3,))
    return keras.Model(inputs, Selector()(inputs))


# %% made a tuple


class Shift(keras.layers.Layer):
    def build(self, input_shape):
        self.shift = self.add_weight(shape=tuple(input_shape), name="shift")  # LL304
        super().build(input_shape)

    def call(self, x):
        return x + self.shift


inputs = keras.Input((3,))
x = Shift()(keras.layers.Dense(4)(inputs))


# %% the first axis of it


class Table(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        self.table = self.add_weight(name="t", shape=(input_shape[0], self.units))  # LL304

    def call(self, x):
        return x @ self.table

    def get_config(self):
        return {**super().get_config(), "units": self.units}


# %% in a stack of layers


class Attention(keras.layers.Layer):
    def build(self, input_shape):
        width = input_shape[-1]
        self.attention = self.add_weight(name="a", shape=input_shape)  # LL304
        self.input_spec = keras.layers.InputSpec(axes={-1: width})

    def call(self, x):
        return x * self.attention


model = keras.Sequential([keras.Input((3,)), Attention(), keras.layers.Dense(1)])


# %% added to one


class Gain(keras.layers.Layer):
    def build(self, input_shape):
        self.gain = self.add_weight(name="gain", shape=input_shape)  # LL304

    def call(self, x):
        return x * self.gain


model = keras.Sequential()
model.add(keras.layers.Dense(4, input_dim=3))
model.add(Gain())
