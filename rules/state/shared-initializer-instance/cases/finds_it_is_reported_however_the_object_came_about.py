import keras


# %% keras.initializers.HeNormal()-init
SHARED = keras.initializers.HeNormal()


class Pair(keras.layers.Layer):
    def __init__(self, init=keras.initializers.HeNormal(), **kwargs):
        super().__init__(**kwargs)
        self.init = init

    def build(self, input_shape):
        local = keras.initializers.RandomNormal(stddev=0.1)
        shape = (input_shape[-1], 3)
        self.a = self.add_weight(shape=shape, initializer=self.init)
        self.b = self.add_weight(shape=shape, initializer=self.init)  # LL209


# %% keras.initializers.HeNormal(seed=1)-init
SHARED = keras.initializers.HeNormal()


class Pair(keras.layers.Layer):
    def __init__(self, init=keras.initializers.HeNormal(seed=1), **kwargs):
        super().__init__(**kwargs)
        self.init = init

    def build(self, input_shape):
        local = keras.initializers.RandomNormal(stddev=0.1)
        shape = (input_shape[-1], 3)
        self.a = self.add_weight(shape=shape, initializer=self.init)
        self.b = self.add_weight(shape=shape, initializer=self.init)  # LL209


# %% None-keras.initializers.TruncatedNormal(stddev=0.02)
SHARED = keras.initializers.HeNormal()


class Pair(keras.layers.Layer):
    def __init__(self, init=None, **kwargs):
        super().__init__(**kwargs)
        self.init = keras.initializers.TruncatedNormal(stddev=0.02)

    def build(self, input_shape):
        local = keras.initializers.RandomNormal(stddev=0.1)
        shape = (input_shape[-1], 3)
        self.a = self.add_weight(shape=shape, initializer=self.init)
        self.b = self.add_weight(shape=shape, initializer=self.init)  # LL209


# %% None-keras.initializers.get('he_normal')
SHARED = keras.initializers.HeNormal()


class Pair(keras.layers.Layer):
    def __init__(self, init=None, **kwargs):
        super().__init__(**kwargs)
        self.init = keras.initializers.get('he_normal')

    def build(self, input_shape):
        local = keras.initializers.RandomNormal(stddev=0.1)
        shape = (input_shape[-1], 3)
        self.a = self.add_weight(shape=shape, initializer=self.init)
        self.b = self.add_weight(shape=shape, initializer=self.init)  # LL209
