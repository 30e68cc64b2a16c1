from tensorflow import keras


# %% kept
class Project(keras.layers.Layer):
    def __init__(
        self,
        units,
        kernel_initializer=keras.initializers.Orthogonal(),  # LL209
        **kwargs,
    ):
        super().__init__(**kwargs)
        self.units = units
        self.kernel_initializer = kernel_initializer

    def build(self, input_shape):
        self.kernel = self.add_weight(
            name="kernel",
            shape=(input_shape[-1], self.units),
            initializer=self.kernel_initializer,
        )


# %% looked up
class Project(keras.layers.Layer):
    def __init__(
        self,
        units,
        init=keras.initializers.RandomNormal(stddev=0.1),  # LL209
        **kwargs,
    ):
        super().__init__(**kwargs)
        self.init = keras.initializers.get(init)
        self.dense = keras.layers.Dense(units, kernel_initializer=self.init)


# %% handed on
class Project(keras.layers.Layer):
    def __init__(self, units, init=keras.initializers.HeNormal(), **kwargs):  # LL209
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(units, kernel_initializer=init)
