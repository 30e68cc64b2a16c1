import keras


class Scorer(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.code = keras.layers.Dense(2)
        self.decode = keras.layers.Dense(4)
        self._limit = None

    def fit(self, x, *args, **kwargs):
        history = super().fit(x, x, *args, **kwargs)
        error = keras.ops.mean((self.decode(self.code(x)) - x) ** 2, axis=-1)
        self._limit = float(keras.ops.quantile(error, 0.99))  # LL228
        return history

    def call(self, x):
        again = self.decode(self.code(x))
        if self._limit is None:
            return again
        error = keras.ops.mean((again - x) ** 2, axis=-1, keepdims=True)
        return keras.ops.where(error > self._limit, 0.0, again)

    def get_config(self):
        return super().get_config()
