import keras


# %% body0
SHARED = keras.initializers.HeNormal()


class Pair(keras.layers.Layer):
    def __init__(self, init='glorot_uniform', **kwargs):
        super().__init__(**kwargs)
        self.init = keras.initializers.get(init)

    def build(self, input_shape):
        local = keras.initializers.RandomNormal(stddev=0.1)
        shape = (input_shape[-1], 3)
        if input_shape:
            self.a = self.add_weight(shape=shape, initializer=local)
        else:
            self.a = self.add_weight(shape=(3,), initializer=local)


# %% body1
SHARED = keras.initializers.HeNormal()


class Pair(keras.layers.Layer):
    def __init__(self, init='glorot_uniform', **kwargs):
        super().__init__(**kwargs)
        self.init = keras.initializers.get(init)

    def build(self, input_shape):
        local = keras.initializers.RandomNormal(stddev=0.1)
        shape = (input_shape[-1], 3)
        if input_shape:
            self.a = self.add_weight(shape=shape, initializer=local)
            return
        self.a = self.add_weight(shape=(3,), initializer=local)


# %% body2
SHARED = keras.initializers.HeNormal()


class Pair(keras.layers.Layer):
    def __init__(self, init='glorot_uniform', **kwargs):
        super().__init__(**kwargs)
        self.init = keras.initializers.get(init)

    def build(self, input_shape):
        local = keras.initializers.RandomNormal(stddev=0.1)
        shape = (input_shape[-1], 3)
        self.a = self.add_weight(shape=shape, initializer=local)
        self.b = self.add_weight(shape=shape, initializer='zeros')


# %% body3
SHARED = keras.initializers.HeNormal()


class Pair(keras.layers.Layer):
    def __init__(self, init='glorot_uniform', **kwargs):
        super().__init__(**kwargs)
        self.init = keras.initializers.get(init)

    def build(self, input_shape):
        local = keras.initializers.RandomNormal(stddev=0.1)
        shape = (input_shape[-1], 3)
        for i in range(3):
            each = keras.initializers.HeNormal()
            self.add_weight(shape=shape, initializer=each)


# %% body4
SHARED = keras.initializers.HeNormal()


class Pair(keras.layers.Layer):
    def __init__(self, init='glorot_uniform', **kwargs):
        super().__init__(**kwargs)
        self.init = keras.initializers.get(init)

    def build(self, input_shape):
        local = keras.initializers.RandomNormal(stddev=0.1)
        shape = (input_shape[-1], 3)
        self.a = keras.layers.MultiHeadAttention(2, 2, kernel_initializer=local)
        self.b = keras.layers.MultiHeadAttention(2, 2, kernel_initializer=local)
