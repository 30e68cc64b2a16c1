from tensorflow import keras


# %% by name, with a seed, without numbers, for None
class Project(keras.layers.Layer):
    def __init__(
        self,
        units,
        init="orthogonal",
        seeded=keras.initializers.HeNormal(seed=3),
        ones=keras.initializers.Ones(),
        left_out=None,
        **kwargs,
    ):
        super().__init__(**kwargs)
        self.units = units
        self.init = keras.initializers.get(init)
        self.seeded = seeded
        self.ones = ones
        self.left_out = left_out or keras.initializers.HeNormal()

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.a = self.add_weight(name="a", shape=shape, initializer=self.init)
        self.b = self.add_weight(name="b", shape=shape, initializer=self.seeded)
        self.c = self.add_weight(name="c", shape=shape, initializer=self.ones)
        self.d = self.add_weight(name="d", shape=shape, initializer=self.left_out)


# %% given to a layer that copies it
class Attend(keras.layers.Layer):
    def __init__(self, init=keras.initializers.HeNormal(), **kwargs):
        super().__init__(**kwargs)
        self.attend = keras.layers.MultiHeadAttention(2, 2, kernel_initializer=init)
