import keras


# %% 'glorot_uniform'-init
SHARED = keras.initializers.HeNormal()


class Pair(keras.layers.Layer):
    def __init__(self, init='glorot_uniform', **kwargs):
        super().__init__(**kwargs)
        self.init = init

    def build(self, input_shape):
        local = keras.initializers.RandomNormal(stddev=0.1)
        shape = (input_shape[-1], 3)
        self.a = self.add_weight(shape=shape, initializer=self.init)
        self.b = self.add_weight(shape=shape, initializer=self.init)


# %% 'zeros'-keras.initializers.get(init)
SHARED = keras.initializers.HeNormal()


class Pair(keras.layers.Layer):
    def __init__(self, init='zeros', **kwargs):
        super().__init__(**kwargs)
        self.init = keras.initializers.get(init)

    def build(self, input_shape):
        local = keras.initializers.RandomNormal(stddev=0.1)
        shape = (input_shape[-1], 3)
        self.a = self.add_weight(shape=shape, initializer=self.init)
        self.b = self.add_weight(shape=shape, initializer=self.init)


# %% None-keras.initializers.get(init)
SHARED = keras.initializers.HeNormal()


class Pair(keras.layers.Layer):
    def __init__(self, init=None, **kwargs):
        super().__init__(**kwargs)
        self.init = keras.initializers.get(init)

    def build(self, input_shape):
        local = keras.initializers.RandomNormal(stddev=0.1)
        shape = (input_shape[-1], 3)
        self.a = self.add_weight(shape=shape, initializer=self.init)
        self.b = self.add_weight(shape=shape, initializer=self.init)


# %% None-keras.initializers.Constant(0.1)
SHARED = keras.initializers.HeNormal()


class Pair(keras.layers.Layer):
    def __init__(self, init=None, **kwargs):
        super().__init__(**kwargs)
        self.init = keras.initializers.Constant(0.1)

    def build(self, input_shape):
        local = keras.initializers.RandomNormal(stddev=0.1)
        shape = (input_shape[-1], 3)
        self.a = self.add_weight(shape=shape, initializer=self.init)
        self.b = self.add_weight(shape=shape, initializer=self.init)


# %% None-make_initializer()
SHARED = keras.initializers.HeNormal()


class Pair(keras.layers.Layer):
    def __init__(self, init=None, **kwargs):
        super().__init__(**kwargs)
        self.init = make_initializer()

    def build(self, input_shape):
        local = keras.initializers.RandomNormal(stddev=0.1)
        shape = (input_shape[-1], 3)
        self.a = self.add_weight(shape=shape, initializer=self.init)
        self.b = self.add_weight(shape=shape, initializer=self.init)
