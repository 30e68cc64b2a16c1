import keras


# %% self.init
SHARED = keras.initializers.HeNormal()


class Pair(keras.layers.Layer):
    def __init__(self, init='glorot_uniform', **kwargs):
        super().__init__(**kwargs)
        self.init = keras.initializers.get(init)

    def build(self, input_shape):
        local = keras.initializers.RandomNormal(stddev=0.1)
        shape = (input_shape[-1], 3)
        self.a = self.add_weight(shape=shape, initializer=self.init)
        self.b = self.add_weight(shape=shape, initializer=self.init)  # LL209


# %% local
SHARED = keras.initializers.HeNormal()


class Pair(keras.layers.Layer):
    def __init__(self, init='glorot_uniform', **kwargs):
        super().__init__(**kwargs)
        self.init = keras.initializers.get(init)

    def build(self, input_shape):
        local = keras.initializers.RandomNormal(stddev=0.1)
        shape = (input_shape[-1], 3)
        self.a = self.add_weight(shape=shape, initializer=local)
        self.b = self.add_weight(shape=shape, initializer=local)  # LL209


# %% SHARED
SHARED = keras.initializers.HeNormal()


class Pair(keras.layers.Layer):
    def __init__(self, init='glorot_uniform', **kwargs):
        super().__init__(**kwargs)
        self.init = keras.initializers.get(init)

    def build(self, input_shape):
        local = keras.initializers.RandomNormal(stddev=0.1)
        shape = (input_shape[-1], 3)
        self.a = self.add_weight(shape=shape, initializer=SHARED)
        self.b = self.add_weight(shape=shape, initializer=SHARED)  # LL209
