import keras


# %% a matrix and the vector behind it
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
        self.shift = self.add_weight(
            shape=(2, 3, self.units), initializer=self.kernel_initializer, name="shift"
        )


# %% half of the last in every turn
class Adaptive(keras.layers.Layer):
    def __init__(self, cutoffs, kernel_initializer="uniform", **kwargs):
        super().__init__(**kwargs)
        self.cutoffs = cutoffs
        self.kernel_initializer = keras.initializers.get(kernel_initializer)

    def build(self, input_shape):
        self.kernels = []
        for i in range(len(self.cutoffs)):
            units = input_shape[-1] // (4**i)
            self.kernels.append(
                self.add_weight(
                    shape=(self.cutoffs[i], units),
                    initializer=self.kernel_initializer,
                    name=f"kernel_{i}",
                )
            )


# %% up and down again
class FeedForward(keras.layers.Layer):
    def __init__(self, units=8, kernel_initializer="glorot_uniform", **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.kernel_initializer = keras.initializers.get(kernel_initializer)

    def build(self, input_shape):
        self.up = keras.layers.Dense(self.units, kernel_initializer=self.kernel_initializer)
        self.down = keras.layers.Dense(input_shape[-1], kernel_initializer=self.kernel_initializer)
        self.query = self.add_weight(
            shape=(self.units, self.units), initializer=self.kernel_initializer, name="query"
        )
        self.pair = self.add_weight(
            shape=(self.units, 2 * self.units), initializer=self.kernel_initializer, name="pair"
        )
