import keras


# %% two vectors beside a matrix
class Attention(keras.layers.Layer):
    def __init__(self, units=8, kernel_initializer="glorot_uniform", **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.kernel_initializer = keras.initializers.get(kernel_initializer)

    def build(self, input_shape):
        self.query = self.add_weight(
            shape=(input_shape[-1], self.units), initializer=self.kernel_initializer, name="query"
        )
        self.score = self.add_weight(
            shape=(self.units, 1), initializer=self.kernel_initializer, name="score"
        )
        self.other = self.add_weight(
            shape=(1, self.units),
            initializer=self.kernel_initializer,  # LL209
            name="other",
        )


# %% what is read in each turn may be the same
class Rows(keras.layers.Layer):
    def __init__(self, units, kernel_initializer="uniform", **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.kernel_initializer = keras.initializers.get(kernel_initializer)

    def build(self, input_shape):
        self.kernels = []
        for i in range(len(self.units)):
            self.kernels.append(
                self.add_weight(
                    shape=(input_shape[-1], self.units[i] * 2),
                    initializer=self.kernel_initializer,  # LL209
                    name=f"kernel_{i}",
                )
            )


# %% one of the same shape stands behind one of another
class Heads(keras.layers.Layer):
    def __init__(self, units=8, kernel_initializer="uniform", **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.kernel_initializer = keras.initializers.get(kernel_initializer)

    def build(self, input_shape):
        query, key = input_shape
        self.query = self.add_weight(
            shape=(query[-1], self.units), initializer=self.kernel_initializer, name="query"
        )
        self.pair = self.add_weight(
            shape=(query[-1], 2 * self.units), initializer=self.kernel_initializer, name="pair"
        )
        self.key = self.add_weight(
            shape=(key[-1], self.units),
            initializer=self.kernel_initializer,  # LL209
            name="key",
        )
