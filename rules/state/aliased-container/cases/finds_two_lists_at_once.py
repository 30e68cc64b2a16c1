import keras


class Tower(keras.layers.Layer):
    def __init__(self, widths, **kwargs):
        super().__init__(**kwargs)
        self.widths = widths
        denses, norms = [], []
        self.denses = denses
        self.norms = norms
        for width in widths:
            denses.append(keras.layers.Dense(width, activation="relu"))  # LL218
            norms.append(keras.layers.LayerNormalization())  # LL218

    def call(self, x):
        for dense, norm in zip(self.denses, self.norms):
            x = norm(dense(x))
        return x
