import keras

SHARED = keras.initializers.HeNormal()


class Pair(keras.layers.Layer):
    def __init__(self, init='glorot_uniform', **kwargs):
        super().__init__(**kwargs)
        self.init = keras.initializers.get(init)

    def build(self, input_shape):
        local = keras.initializers.RandomNormal(stddev=0.1)
        shape = (input_shape[-1], 3)
        self.a = keras.layers.Dense(3, kernel_initializer=local)
        self.b = keras.layers.Dense(3, "relu", kernel_initializer=local)  # LL209
